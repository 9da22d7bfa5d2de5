import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

type Tools = 'bench' | 'diagrams' | 'http' | 'package-shape' | 'reference' | 'tls' | 'types'

/**
 * Installs what a single check needs, unless it is there already, and returns its folder. These tools are kept out of
 * the root's dependencies, so that a newcomer's first install stays light.
 */
export function installTools(name: Tools): string {
  return install(`tools/${name}/`)
}

/** Installs what the example servers run on, and returns their folder. */
export function installServers(): string {
  return install('examples/servers/')
}

/** Installs what builds the site, and returns its folder. */
export function installDocs(): string {
  return install('docs/')
}

function install(path: string): string {
  const folder = fileURLToPath(new URL(`../${path}`, import.meta.url))
  const installed = `${folder}node_modules/.package-lock.json`
  const isCurrent =
    existsSync(installed) &&
    statSync(installed).mtimeMs >= statSync(`${folder}package-lock.json`).mtimeMs
  if (!isCurrent) npm(['ci', '--no-audit', '--no-fund'], folder)
  return folder
}

/** Runs npm, which on Windows is a script that needs a shell. */
export function npm(args: readonly string[], cwd: string): string {
  return run('npm', args, cwd, process.platform === 'win32')
}

/** Runs a command and returns what it printed; what it printed is in the error if it fails. */
export function run(command: string, args: readonly string[], cwd: string, shell = false): string {
  return execFileSync(command, args, { cwd, shell, encoding: 'utf8', stdio: 'pipe' })
}
