import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { run } from '../../scripts/tools'
import { bundle } from '../size/bundle'
import { toolFolder } from '../tools'
import type { Start } from './start'

const workerd = join(toolFolder('workerd'), 'bin/workerd')

const config = `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (
    modules = [(name = "worker", esModule = embed "worker.js")],
    compatibilityDate = "2026-01-01",
    compatibilityFlags = ["nodejs_compat"],
  ))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);`

/** Writes a Worker that holds all of an entry, or nothing, bundled as its tools bundle it. Returns its configuration. */
export async function writeWorker(folder: string, entry?: string): Promise<string> {
  const imports = entry === undefined ? 'const entry = {}' : `import * as entry from '${entry}'`
  const worker = `${imports}
    export default { fetch: () => new Response(Object.keys(entry).join()) }`
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'worker.js'), await bundle(worker))
  writeFileSync(join(folder, 'config.capnp'), config)
  return join(folder, 'config.capnp')
}

/** Starts a Worker and ends it after its first answer. */
export async function startWorker(file: string, isBare: boolean): Promise<Start> {
  const start = performance.now()
  const server = spawn(workerd, ['serve', file, '--control-fd=3'], {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  })
  try {
    for await (const line of createInterface(server.stdio[3] as Readable)) {
      const { event, port } = JSON.parse(line)
      if (event !== 'listen') continue
      const answer = await fetch(`http://127.0.0.1:${port}/`)
      assert.equal((await answer.text()) === '', isBare)
      const total = performance.now() - start
      const kilobytes = run('ps', ['-o', 'rss=', '-p', String(server.pid)], '.')
      return { total, resident: Number(kilobytes) * 1024 }
    }
    throw new Error('workerd ended before it listened.')
  } finally {
    server.kill()
  }
}
