import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Choices } from '../create/src/choices'
import { npm } from '../scripts/tools'
import { cache, Project } from './project'
import { tarballOf } from './tarballs'

/** What is asked of a new project. */
export type Asked = Omit<Choices, 'folder'>

const name = 'my-line'

/**
 * Makes a project as `npm create ncco-jsx` does, by the packed package, and installs it. What an earlier project of the same server and
 * manager has installed is used again.
 *
 * @param tools the project with the commands that are not a project's own, such as a package manager
 */
export function makeCreated(tools: Project, { server, flow, manager }: Asked): Project {
  const around = join(cache, `created-${server}-${manager}`)
  const folder = join(around, name)
  const kept = join(around, 'kept')
  mkdirSync(around, { recursive: true })
  if (existsSync(join(folder, 'node_modules'))) {
    rmSync(kept, { recursive: true, force: true })
    renameSync(join(folder, 'node_modules'), kept)
  }
  rmSync(folder, { recursive: true, force: true })
  const flags = ['--server', server, '--flow', flow, '--pm', manager]
  execFileSync(process.execPath, [creator(), name, ...flags], { cwd: around, stdio: 'pipe' })
  if (existsSync(kept)) renameSync(kept, join(folder, 'node_modules'))
  const project = new Project(folder, tools.packages, join(tools.folder, 'node_modules', '.bin'))
  useTarballs(project)
  install(project, manager)
  return project
}

let installed: string | undefined

/** The command of the packed `create-ncco-jsx`. */
function creator(): string {
  if (installed !== undefined) return installed
  const project = new Project(join(cache, 'create'), {})
  project.write('package.json', {
    private: true,
    dependencies: { 'create-ncco-jsx': `file:${tarballOf('create-ncco-jsx')}` },
  })
  npm(['install', '--no-audit', '--no-fund', '--no-package-lock'], project.folder)
  installed = join(project.folder, 'node_modules/create-ncco-jsx/dist/main.js')
  return installed
}

/** Lets the project have this version of the packages, which no registry has yet. */
function useTarballs(project: Project): void {
  const manifest = JSON.parse(project.read('package.json'))
  manifest.dependencies['ncco-jsx'] = `file:${tarballOf('ncco-jsx')}`
  manifest.devDependencies['ncco-jsx-studio'] = `file:${tarballOf('ncco-jsx-studio')}`
  project.write('package.json', manifest)
}

const installs: Readonly<Record<Asked['manager'], string>> = {
  npm: 'npm install --no-audit --no-fund --no-package-lock --prefer-offline --loglevel=error',
  pnpm: 'pnpm install --no-lockfile --prefer-offline',
  yarn: 'yarn install --no-lockfile --prefer-offline',
  bun: 'bun install --no-save',
}

/** Installs it with the settings of this machine, such as its registry. */
function install({ folder, path }: Project, manager: Asked['manager']): void {
  const { PATH = '' } = process.env
  const env = { ...process.env, PATH: [...path, PATH].join(delimiter) }
  try {
    execFileSync(installs[manager], { cwd: folder, env, shell: true, stdio: 'pipe' })
  } catch (error) {
    const { stdout, stderr } = error as { stdout: Buffer; stderr: Buffer }
    throw new Error(`${installs[manager]}\nfailed:\n${stdout}${stderr}`)
  }
}
