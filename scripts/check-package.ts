import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runSideBySide } from './side-by-side'
import { installTools, npm, root } from './tools'

// Packs the package and looks at the tarball as its users' tools will: publint for the manifest, attw for the types.
const tools = installTools('package-shape')
const folder = mkdtempSync(join(tmpdir(), 'ncco-jsx-package-'))
try {
  npm(['run', 'build', '--silent'], root)
  const [{ filename }] = JSON.parse(npm(['pack', '--json', '--pack-destination', folder], root))
  const tarball = join(folder, filename)
  const bin = join(tools, 'node_modules/.bin')
  const passed = await runSideBySide([
    `"${bin}/publint" "${tarball}" --strict`,
    `"${bin}/attw" "${tarball}" --profile node16`,
  ])
  if (!passed) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
