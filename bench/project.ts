import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../scripts/tools'

/** Gives an empty project, in which the built package is found by its name, to a measurement; then removes it. */
export async function inProject<T>(measure: (folder: string) => T): Promise<Awaited<T>> {
  const folder = mkdtempSync(join(tmpdir(), 'ncco-jsx-bench-'))
  try {
    mkdirSync(join(folder, 'node_modules'))
    symlinkSync(root, join(folder, 'node_modules/ncco-jsx'), 'junction')
    return await measure(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
