import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type PackageName, packages } from './packages'
import { runSideBySide } from './side-by-side'
import { installTools, npm } from './tools'

// Packs the packages and looks at the tarballs as their users' tools will: publint for the manifest, attw for the types.
const tools = join(installTools('package-shape'), 'node_modules/.bin')
const folder = mkdtempSync(join(tmpdir(), 'ncco-jsx-package-'))
const profiles: Readonly<Record<PackageName, string>> = {
  'ncco-jsx': 'node16',
  'ncco-jsx-studio': 'esm-only',
  'create-ncco-jsx': 'esm-only',
}
try {
  const checks = Object.entries(packages).flatMap(([name, path]) => {
    const profile = profiles[name as PackageName]
    npm(['run', 'build', '--silent'], path)
    const [{ filename }] = JSON.parse(npm(['pack', '--json', '--pack-destination', folder], path))
    const tarball = join(folder, filename)
    return [
      `"${tools}/publint" "${tarball}" --strict`,
      `"${tools}/attw" "${tarball}" --profile ${profile}`,
    ]
  })
  if (!(await runSideBySide(checks))) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
