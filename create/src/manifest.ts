import own from '../package.json'

interface Manifest {
  readonly scripts?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

/** The three packages have one version, and go out together. */
const release = `^${own.version}`

/** Merges the manifests of the layers into the package.json of a project. */
export function makeManifest(layers: readonly string[], name: string): string {
  const manifests = layers.map((text): Manifest => JSON.parse(text))
  const merge = (key: keyof Manifest) => Object.assign({}, ...manifests.map((one) => one[key]))
  const dependencies = { ...merge('dependencies'), 'ncco-jsx': release }
  const developed = { ...merge('devDependencies'), 'ncco-jsx-studio': release }
  const onlyDeveloped = Object.entries(developed).filter(([tool]) => !(tool in dependencies))
  const manifest = {
    ...manifests[0],
    name,
    scripts: merge('scripts'),
    dependencies: sorted(dependencies),
    devDependencies: sorted(Object.fromEntries(onlyDeveloped)),
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

function sorted(packages: object): object {
  return Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)))
}
