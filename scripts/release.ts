import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addressesOf } from './addresses'
import { packages } from './packages'
import { type Packed, pack, stage } from './packed'
import { channelOf, findObstacles, tagOf } from './release-conditions'
import { npm, root, run } from './tools'

// Releases the version that the packages have: on a developer's machine it checks and sets the tag, in CI it publishes what that tag
// names. With --dry-run it does neither, and shows what would be published.
const options = process.argv.slice(2)
const unknown = options.filter((option) => option !== '--dry-run')
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(' ')}. The only option is --dry-run.`)
  process.exit(2)
}
// `npm run release --dry-run`, where npm takes the option for its own, must not release either.
const isDryRun = options.includes('--dry-run') || process.env.npm_config_dry_run === 'true'
// GitHub sets it for a workflow with `id-token: write`: what npm makes a provenance from.
const hasProvenance = process.env.ACTIONS_ID_TOKEN_REQUEST_URL !== undefined

const read = (file: string) => readFileSync(join(root, file), 'utf8')
const git = (...args: string[]) => run('git', args, root).trim()
const lines = (text: string) => text.split('\n').filter((line) => line !== '')

const manifests = Object.entries(packages).map(([name, path]) => {
  const { version } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
  return { name, path, version: version as string }
})
const { version } = manifests[0] ?? { version: '' }
const tag = tagOf(version)
const hasOrigin = lines(git('remote')).includes('origin')
const addresses = hasOrigin ? addressesOf(git('remote', 'get-url', 'origin')) : undefined
const obstacles = findObstacles({
  version,
  versions: Object.fromEntries(manifests.map(({ name, version }) => [name, version])),
  addresses,
  changelog: read('CHANGELOG.md'),
  changes: git('status', '--porcelain'),
  tagsHere: lines(git('tag', '--points-at', 'HEAD')),
  tags: lines(git('tag', '--list')),
  hasProvenance,
})
// The cheap conditions come first: minutes of tests would be wasted on a tree that cannot go out.
if (!isDryRun) refuseIfAny(obstacles)

// What a check needs of the network: without it, it fails and says little about why.
const commands = {
  'npm run check': '',
  'npm test': '',
  'npm run matrix -- --fast':
    ' It installs the tools of the matrix from the registry, unless an earlier run did.',
  'npm audit': ' It asks the registry for advisories, which a mirror may refuse with 404 or 405.',
}
const checks = Object.entries(commands).map(([command, needs]) => {
  console.log(`\n== ${command}`)
  const { status } = spawnSync(command, { cwd: root, stdio: 'inherit', shell: true })
  return { command, needs, passed: status === 0 }
})
for (const { command, needs, passed } of checks) {
  if (!passed) obstacles.push(`${command} fails, see above.${needs}`)
}

const folder = mkdtempSync(join(tmpdir(), 'ncco-jsx-release-'))
try {
  const tarballs = manifests.map(({ name, path }) => {
    // Built anew, so that nothing of another commit goes out. This tarball is the one that is published.
    npm(['run', 'build', '--silent', ...(path === root ? ['--', '--force'] : [])], path)
    const staged = join(folder, name)
    stage(path, staged, { addresses, tag })
    const packed = pack(staged, folder)
    reportPackage(name, packed)
    return { name, path: join(folder, packed.filename) }
  })
  reportRelease()
  if (!isDryRun) {
    refuseIfAny(obstacles)
    release(tarballs)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function reportPackage(
  name: string,
  { filename, size, unpackedSize, integrity, files }: Packed,
): void {
  const row = (bytes: number, text: string) =>
    `  ${bytes.toLocaleString('en').padStart(9)}  ${text}`
  const rows = [
    `\n== ${name} ${version}, as ${filename}`,
    row(size, 'bytes packed'),
    row(unpackedSize, `bytes in ${files.length} files:`),
    ...files.map((file) => row(file.size, file.path)),
    `  integrity   ${integrity}`,
  ]
  console.log(rows.join('\n'))
}

function reportRelease(): void {
  const rows = [
    `\n== ${version} of ${manifests.map(({ name }) => name).join(', ')}`,
    ...(addresses
      ? [`  repository  ${addresses.repository.url}`, `  homepage    ${addresses.homepage}`]
      : []),
    `  git         ${tag} at ${git('rev-parse', 'HEAD')}`,
    `  npm         under ${channelOf(version)}, with provenance, from CI`,
    ...checks.map(({ command, passed }) => `  ${passed ? 'passed' : 'FAILED'}      ${command}`),
    ...obstacles.map((obstacle) => `  MISSING     ${obstacle}`),
  ]
  console.log(rows.join('\n'))
  console.log(isDryRun ? '\nA dry run: nothing was tagged or published.' : '')
}

function refuseIfAny(obstacles: readonly string[]): void {
  if (obstacles.length === 0) return
  console.error(`\n${version} is not released:`)
  for (const obstacle of obstacles) console.error(`  ${obstacle}`)
  process.exit(1)
}

function release(tarballs: readonly { readonly name: string; readonly path: string }[]): void {
  if (hasProvenance) {
    for (const { name, path } of tarballs) publish(name, path)
    return
  }
  if (!lines(git('tag', '--points-at', 'HEAD')).includes(tag)) {
    git('tag', '--annotate', tag, '--message', version)
  }
  console.log(`Tagged ${tag}. "git push origin ${tag}" has CI publish it.`)
}

/** Leaves out a package that an earlier run published before it failed. */
function publish(name: string, tarball: string): void {
  if (isPublished(`${name}@${version}`)) {
    console.log(`${name} ${version} is on npm already.`)
    return
  }
  const options = ['--provenance', '--access', 'public', '--tag', channelOf(version)]
  console.log(npm(['publish', tarball, ...options], root))
}

function isPublished(release: string): boolean {
  try {
    return npm(['view', release, 'version'], root).trim() !== ''
  } catch {
    return false
  }
}
