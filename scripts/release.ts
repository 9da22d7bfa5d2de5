import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { addressesOf } from './addresses'
import { channelOf, findObstacles, tagOf } from './release-conditions'
import { npm, root, run } from './tools'

// Releases the version of package.json: on a developer's machine it checks and sets the tag, in CI it publishes what
// that tag names. With --dry-run it does neither, and shows what would be published.
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

const manifest = JSON.parse(read('package.json'))
const { name, version } = manifest
const tag = tagOf(version)
const hasOrigin = lines(git('remote')).includes('origin')
const addresses = hasOrigin ? addressesOf(git('remote', 'get-url', 'origin')) : undefined
const obstacles = findObstacles({
  version,
  addresses,
  changelog: read('CHANGELOG.md'),
  changes: git('status', '--porcelain'),
  tagsHere: lines(git('tag', '--points-at', 'HEAD')),
  tags: lines(git('tag', '--list')),
  hasProvenance,
})
// The cheap conditions come first: minutes of tests would be wasted on a tree that cannot go out.
if (!isDryRun) refuseIfAny(obstacles)

const commands = ['npm run check', 'npm test', 'npm run matrix -- --fast', 'npm audit']
const checks = commands.map((command) => {
  console.log(`\n== ${command}`)
  const { status } = spawnSync(command, { cwd: root, stdio: 'inherit', shell: true })
  return { command, passed: status === 0 }
})
for (const { command, passed } of checks) if (!passed) obstacles.push(`${command} fails.`)

const folder = mkdtempSync(join(tmpdir(), 'ncco-jsx-release-'))
try {
  // Built anew, so that nothing of another commit goes out. This tarball is the one that is published.
  npm(['run', 'build', '--silent', '--', '--force'], root)
  const packed = pack(stage(join(folder, 'package')), folder)
  report(packed)
  if (!isDryRun) {
    refuseIfAny(obstacles)
    release(join(folder, packed.filename))
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

interface Packed {
  readonly filename: string
  readonly size: number
  readonly unpackedSize: number
  readonly integrity: string
  readonly files: readonly { readonly path: string; readonly size: number }[]
}

function pack(from: string, to?: string): Packed {
  const destination = to === undefined ? ['--dry-run'] : ['--pack-destination', to]
  const [packed] = JSON.parse(npm(['pack', '--json', '--ignore-scripts', ...destination], from))
  return packed
}

/** Copies what is published to another folder, so that its package.json may hold more than the one of the sources. */
function stage(folder: string): string {
  for (const { path } of pack(root).files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    cpSync(join(root, path), join(folder, path))
  }
  const published = { ...manifest, ...addresses }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(published, null, 2)}\n`)
  return folder
}

function report({ filename, size, unpackedSize, integrity, files }: Packed): void {
  const row = (bytes: number, text: string) =>
    `  ${bytes.toLocaleString('en').padStart(9)}  ${text}`
  const rows = [
    `\n== ${name} ${version}, as ${filename}`,
    row(size, 'bytes packed'),
    row(unpackedSize, `bytes in ${files.length} files:`),
    ...files.map((file) => row(file.size, file.path)),
    `  integrity   ${integrity}`,
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
  console.error(`\n${name} ${version} is not released:`)
  for (const obstacle of obstacles) console.error(`  ${obstacle}`)
  process.exit(1)
}

function release(tarball: string): void {
  if (hasProvenance) {
    const publish = ['publish', tarball, '--provenance', '--access', 'public']
    console.log(npm([...publish, '--tag', channelOf(version)], root))
    return
  }
  if (!lines(git('tag', '--points-at', 'HEAD')).includes(tag)) {
    git('tag', '--annotate', tag, '--message', `${name} ${version}`)
  }
  console.log(`Tagged ${tag}. "git push origin ${tag}" has CI publish it.`)
}
