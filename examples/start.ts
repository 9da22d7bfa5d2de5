import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import './server'

// npm start: the server of the examples, and the studio over all of them.
const root = fileURLToPath(new URL('..', import.meta.url))
const args = [
  'dist/cli.js',
  'dev',
  'examples/switchboard.tsx',
  '--event-url',
  '/event',
  '--no-sign',
]
const studio = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' })

process.on('exit', () => studio.kill())
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit())
