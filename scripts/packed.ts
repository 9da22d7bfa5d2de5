import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { withAbsoluteLinks } from './absolute-links'
import type { Addresses } from './addresses'
import { npm, root } from './tools'

/** What npm says about a package that it packed. */
export interface Packed {
  readonly filename: string
  readonly size: number
  readonly unpackedSize: number
  readonly integrity: string
  readonly files: readonly { readonly path: string; readonly size: number }[]
}

/** Packs the package in a folder; without `to` it only says what would be packed. */
export function pack(from: string, to?: string): Packed {
  const destination = to === undefined ? ['--dry-run'] : ['--pack-destination', to]
  const [packed] = JSON.parse(npm(['pack', '--json', '--ignore-scripts', ...destination], from))
  return packed
}

/**
 * Copies what is published of a package to another folder, where its package.json has the addresses of the project, and the links of its
 * pages lead into the package, or to the repository.
 *
 * @param tag the release that links to the repository lead to
 */
export function stage(
  path: string,
  folder: string,
  { addresses, tag }: { readonly addresses: Addresses | undefined; readonly tag: string },
): void {
  const files = pack(path).files.map((file) => file.path)
  const inRepository = relative(root, path).split(sep).join('/')
  for (const file of files) {
    const [from, to] = [join(path, file), join(folder, file)]
    mkdirSync(dirname(to), { recursive: true })
    cpSync(from, to)
    if (!addresses || !file.endsWith('.md')) continue
    const links = { page: file, files: new Set(files), addresses, tag, folder: inRepository }
    writeFileSync(to, withAbsoluteLinks(readFileSync(from, 'utf8'), links))
  }
  // What only this repository needs; Yarn warns of workspaces in what it installs.
  const { workspaces, scripts, devDependencies, overrides, allowScripts, ...manifest } = JSON.parse(
    readFileSync(join(path, 'package.json'), 'utf8'),
  )
  const published = { ...manifest, ...publishedAddresses(addresses, inRepository) }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(published, null, 2)}\n`)
}

/** npm shows the folder of a package that is not at the root of its repository. */
function publishedAddresses(addresses: Addresses | undefined, directory: string): object {
  if (!addresses) return {}
  const { repository, bugs, homepage } = addresses
  return {
    repository: directory === '' ? repository : { ...repository, directory },
    bugs,
    homepage,
  }
}
