import { mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { npm, root } from '../../scripts/tools'

/** A project with the packed package installed into it, as a user has it. */
export interface PackedProject {
  readonly folder: string
  /** The files of the package, as paths from its own folder. */
  readonly files: readonly string[]
}

/** Packs the package and installs it into an empty project: once for a run, because it takes seconds. */
export function packProject(): PackedProject {
  const folder = makeFolder()
  const [{ filename, files }] = JSON.parse(
    npm(['pack', '--json', '--pack-destination', folder], root),
  )
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  npm(['install', '--no-audit', '--no-fund', join(folder, filename)], folder)
  return { folder, files: files.map(({ path }: { path: string }) => path) }
}

export function makeFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'ncco-jsx-user-')))
}
