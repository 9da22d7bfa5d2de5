import { spawnSync } from 'node:child_process'
import type { Start } from './start'

/** The script of a process that loads a module, or none, and says what that took. */
export function scriptOf(load: string): string {
  return `
    const start = performance.now()
    ${load}
    const imported = performance.now() - start
    console.log(JSON.stringify({ imported, resident: process.memoryUsage.rss() }))`
}

/** Runs a script in a process of its own, from start to end. */
export function startScript(runtime: string, script: string): Start {
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(runtime, [script], { encoding: 'utf8' })
  const total = performance.now() - start
  if (status !== 0) throw new Error(`${runtime} ${script} ended with ${status}: ${stderr}`)
  return { ...JSON.parse(stdout), total }
}
