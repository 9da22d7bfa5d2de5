import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { writeSetters } from './setters'
import { runSideBySide } from './side-by-side'
import { writeLlms } from './site/llms'
import { root } from './tools'

// Builds dist, unless it is already what these sources give. --force builds it in any case.
const sourceFolders = ['src', 'jsx-runtime', 'scripts']
const settings = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsup.config.ts']
const dist = join(root, 'dist')
const record = join(root, 'node_modules/.cache/ncco-jsx/built')

writeSetters()

const isBuilt = existsSync(record) && readFileSync(record, 'utf8') === fingerprint()
if (!isBuilt || process.argv.includes('--force')) {
  const sources = fingerprintOf(sourceFolders)
  rmSync(record, { force: true })
  rmSync(dist, { recursive: true, force: true })
  mkdirSync(dist)
  const isDone = await runSideBySide([
    'tsup --silent',
    'tsx scripts/write-declarations.ts',
    'tsx scripts/write-schema.ts',
  ])
  if (!isDone) process.exit(1)
  // What was changed meanwhile may not be in it.
  if (fingerprintOf(sourceFolders) === sources) {
    mkdirSync(dirname(record), { recursive: true })
    writeFileSync(record, fingerprint())
  }
}

// Not in dist, because assistants look for them beside package.json. It takes no time.
writeLlms(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).files)

/** A hash of what dist is made from and of dist itself, so that a change of either is noticed. */
function fingerprint(): string {
  return fingerprintOf([...sourceFolders, 'dist'])
}

function fingerprintOf(folders: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of [...settings, ...folders.flatMap(filesIn)])
    hash.update(`${path}\n`).update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

/** The files of a folder at any depth, as paths from the root. */
function filesIn(folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(join(root, path)).isFile())
    .sort()
}
