import own from '../package.json'

/** The parts of a manifest that are joined. */
interface Manifest {
  readonly scripts?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  /** The install scripts of packages that work without them; npm warns of others, and pnpm fails for them. */
  readonly allowScripts?: Readonly<Record<string, boolean>>
}

/** The three packages have one version, and go out together. */
const release = `^${own.version}`

/** Merges the manifests of the layers into that of a project. */
export function makeManifest(layers: readonly string[], name: string) {
  const manifests = layers.map((text): Manifest => JSON.parse(text))
  const merge = (key: keyof Manifest) => Object.assign({}, ...manifests.map((one) => one[key]))
  const dependencies = { ...merge('dependencies'), 'ncco-jsx': release }
  const developed = { ...merge('devDependencies'), 'ncco-jsx-studio': release }
  const onlyDeveloped = Object.entries(developed).filter(([tool]) => !(tool in dependencies))
  return {
    ...manifests[0],
    name,
    scripts: merge('scripts'),
    dependencies: sorted(dependencies),
    devDependencies: sorted(Object.fromEntries(onlyDeveloped)),
    allowScripts: merge('allowScripts') as Record<string, boolean>,
  }
}

/** The settings of pnpm, which has them in a file of their own. */
export function pnpmSettings(allowScripts: Readonly<Record<string, boolean>>): string {
  const lines = Object.entries(allowScripts).map(([name, isAllowed]) => `  ${name}: ${isAllowed}\n`)
  return `allowBuilds:\n${lines.join('')}`
}

function sorted(packages: object): object {
  return Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)))
}
