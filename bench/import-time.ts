import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../scripts/tools'
import { voicePath } from './builder'
import { shuffled } from './rounds'

/**
 * Milliseconds from the start of a Node process to its end, start by start, for processes that import nothing or one
 * package.
 */
export function timeStarts(starts: number) {
  const url = (path: string) => JSON.stringify(pathToFileURL(path).href)
  const scripts = {
    bare: ['bare.mjs', ''],
    esm: ['esm.mjs', `import ${url(join(root, 'dist/index.js'))}`],
    bareCjs: ['bare.cjs', ''],
    cjs: ['cjs.cjs', `require(${JSON.stringify(join(root, 'dist/index.cjs'))})`],
    voice: ['voice.mjs', `import ${url(voicePath)}`],
  } as const
  const names = Object.keys(scripts) as (keyof typeof scripts)[]
  const times = { bare: [], esm: [], bareCjs: [], cjs: [], voice: [] } as Record<
    keyof typeof scripts,
    number[]
  >
  const folder = mkdtempSync(join(tmpdir(), 'ncco-jsx-bench-'))
  try {
    for (const [file, text] of Object.values(scripts)) writeFileSync(join(folder, file), text)
    for (let start = 0; start < starts; start++) {
      for (const name of shuffled(names))
        times[name].push(timeStart(join(folder, scripts[name][0])))
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  return times
}

function timeStart(script: string): number {
  const start = performance.now()
  const { status } = spawnSync(process.execPath, [script], { stdio: 'ignore' })
  if (status !== 0) throw new Error(`${script} ended with ${status}`)
  return performance.now() - start
}
