import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { npm, root } from '../../scripts/tools'

/** An empty project with the packed package installed into it, as a user has it. */
export interface UserProject {
  readonly folder: string
  /** The files of the package, as paths from its own folder. */
  readonly files: readonly string[]
  remove(): void
}

export function makeUserProject(): UserProject {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'ncco-jsx-user-')))
  const [{ filename, files }] = JSON.parse(
    npm(['pack', '--json', '--pack-destination', folder], root),
  )
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  npm(['install', '--no-audit', '--no-fund', join(folder, filename)], folder)
  return {
    folder,
    files: files.map(({ path }: { path: string }) => path),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
