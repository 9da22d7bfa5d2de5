import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Choices } from './choices'
import { inWordsOf } from './manager-words'
import { makeManifest, pnpmSettings } from './manifest'

/** Beside `dist`, and beside `src`. */
const templates = fileURLToPath(new URL('../templates', import.meta.url))

/** What a project is made from. */
export interface ProjectChoices extends Omit<Choices, 'folder'> {
  /** The name of its package. */
  readonly name: string
}

/** The files of a project by their paths, with `/`. */
export type ProjectFiles = ReadonlyMap<string, string>

// A template and what a package has under these names differ: npm never packs a .gitignore, and tools read a .env.
const hidden = /(^|\/)_(?=[^/]*$)/

/** Makes the files: those that all projects have, then those of the flow and of the server, which replace what they share a name with. */
export function makeProject(choices: ProjectChoices): ProjectFiles {
  const { name, server, flow, manager } = choices
  const layers = ['shared', `flows/${flow}`, `servers/${server}`].map(readLayer)
  const files = new Map(layers.flatMap((layer) => [...layer]))
  const all = (file: string) => layers.flatMap((layer) => layer.get(file) ?? [])
  const environment = all('.env.example').join('\n')
  files.set('.env.example', environment)
  files.set('.env', fillSecrets(environment))
  const manifest = makeManifest(all('package.json'), name)
  files.set('package.json', `${JSON.stringify(manifest, null, 2)}\n`)
  const readme = [`# ${name}\n`, ...all('README.md')].join('\n')
  files.set('README.md', inWordsOf(manager, readme))
  if (server === 'next') for (const file of files.keys()) markJsx(files, file)
  if (manager === 'pnpm') files.set('pnpm-workspace.yaml', pnpmSettings(manifest.allowScripts))
  // Yarn 4 would leave out node_modules otherwise, where `ncco-jsx dev` and editors look for packages.
  if (manager === 'yarn') files.set('.yarnrc.yml', 'nodeLinker: node-modules\n')
  const worker = files.get('wrangler.json')
  if (worker) files.set('wrangler.json', worker.replaceAll('my-calls', name))
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The files of a folder of the templates. */
function readLayer(layer: string): ReadonlyMap<string, string> {
  const folder = join(templates, layer)
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
  return new Map(
    paths.map((path) => {
      const name = relative(folder, path).split(sep).join('/').replace(hidden, '$1.')
      return [name, readFileSync(path, 'utf8').replaceAll('\r\n', '\n')]
    }),
  )
}

/** Secrets of its own, so that a new project runs at once. */
function fillSecrets(environment: string): string {
  return environment.replace(
    /^(\w+)=$/gm,
    (_, name) => `${name}=${randomBytes(32).toString('base64url')}`,
  )
}

/** The JSX of a project with Next is React's, unless a file says otherwise. */
function markJsx(files: Map<string, string>, file: string): void {
  if (!file.endsWith('.tsx')) return
  files.set(file, `/** @jsxImportSource ncco-jsx */\n${files.get(file)}`)
}
