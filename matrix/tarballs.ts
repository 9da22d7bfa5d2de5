import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type PackageName, packages } from '../scripts/packages'
import { npm } from '../scripts/tools'

const packed = new Map<PackageName, string>()
let folder: string | undefined

/** A package as `npm publish` would pack it: the path of its tarball. It is built and packed when it is first asked for. */
export function tarballOf(name: PackageName): string {
  const known = packed.get(name)
  if (known !== undefined) return known
  // A folder of its own each time: npm takes a file of the same name and version for the same package.
  folder ??= mkdtempSync(join(tmpdir(), 'ncco-jsx-packed-'))
  const path = packages[name]
  npm(['run', 'build', '--silent'], path)
  const [{ filename }] = JSON.parse(npm(['pack', '--json', '--pack-destination', folder], path))
  const tarball = join(folder, filename)
  packed.set(name, tarball)
  return tarball
}

export function removeTarballs(): void {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
}
