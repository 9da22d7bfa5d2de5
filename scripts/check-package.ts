import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installTools, npm, root } from './tools'

// Packs the package and looks at the tarball as its users' tools will: publint for the manifest, attw for the types.
const tools = installTools('package-shape')
const folder = mkdtempSync(join(tmpdir(), 'ncco-jsx-package-'))
try {
  npm(['run', 'build', '--silent'], root)
  const [{ filename }] = JSON.parse(npm(['pack', '--json', '--pack-destination', folder], root))
  const tarball = join(folder, filename)
  const checks = [
    [join(tools, 'node_modules/publint/src/cli.js'), tarball, '--strict'],
    [
      join(tools, 'node_modules/@arethetypeswrong/cli/dist/index.js'),
      tarball,
      '--profile',
      'node16',
    ],
  ]
  for (const check of checks) {
    const { status } = spawnSync(process.execPath, check, { cwd: root, stdio: 'inherit' })
    if (status !== 0) process.exitCode = 1
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
