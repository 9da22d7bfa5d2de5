#!/usr/bin/env node
// Only this file must run on any Node, so it imports the rest once the version is known.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `ncco-jsx needs Node 20.19 or newer, and this is ${process.versions.node}. Install a newer Node: https://nodejs.org`,
  )
  process.exitCode = 1
} else {
  const { runCommand } = await import('./command')
  await runCommand()
}

export {}
