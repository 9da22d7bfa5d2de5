import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { npm, root } from '../scripts/tools'
import { type Printed, runToEnd, type Server, startServer } from './process'
import { tarballOf } from './tarballs'

/** The folder in which the tools stay installed from one run to the next. */
export const cache = resolve(process.env.MATRIX_CACHE ?? join(tmpdir(), 'ncco-jsx-matrix'))

const here = fileURLToPath(new URL('.', import.meta.url))

/** A project of a user: `ncco-jsx` from its tarball beside the packages of a tool, and nothing else. */
export class Project {
  /** The folders of its commands. */
  readonly path: readonly string[]

  /** @param tools a folder with commands besides its own */
  constructor(
    readonly folder: string,
    readonly packages: Readonly<Record<string, string>>,
    ...tools: readonly string[]
  ) {
    this.path = [join(folder, 'node_modules', '.bin'), ...tools]
  }

  /** Puts files and folders of `matrix/` into the project, under their own names or others. */
  add(...files: readonly (string | readonly [from: string, to: string])[]): void {
    for (const file of files) {
      const [from, to] = typeof file === 'string' ? [file, file.replace(/^.*\//, '')] : file
      cpSync(join(here, from), join(this.folder, to), { recursive: true })
    }
  }

  /** Writes a file; an object as JSON. */
  write(file: string, content: string | object): void {
    const path = join(this.folder, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2))
  }

  remove(path: string): void {
    rmSync(join(this.folder, path), { recursive: true, force: true })
  }

  /** Removes everything that is not installed: what an earlier trial left must not pass for what the next one makes. */
  clear(): void {
    for (const name of readdirSync(this.folder)) {
      if (name !== 'node_modules' && name !== 'package.json') this.remove(name)
    }
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8')
  }

  /** Loads a module of the installed package into this process. */
  load<T>(entry: string): Promise<T> {
    const file = join(this.folder, 'node_modules', 'ncco-jsx', 'dist', `${entry}.js`)
    return import(pathToFileURL(file).href)
  }

  /** Runs a command line with the commands of the project's packages, and returns what it printed. */
  async run(command: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
    const { status, stdout, all } = await this.try(command, env)
    if (status !== 0) throw new Error(`${command}\nended with ${status}:\n${all}`)
    return stdout
  }

  /** The same, for a command that may fail. */
  try(command: string, env: NodeJS.ProcessEnv = {}): Promise<Printed> {
    return runToEnd(command, { cwd: this.folder, env: this.#env(env) })
  }

  /** Starts a server, and stops it when `use` is done. */
  async serve<T>(
    command: string,
    env: NodeJS.ProcessEnv,
    use: (server: Server) => Promise<T>,
  ): Promise<T> {
    const server = await startServer(command, { cwd: this.folder, env: this.#env(env) })
    try {
      return await use(server)
    } catch (error) {
      throw new Error(`${(error as Error).message}\n${command}\nprinted:\n${server.printed}`)
    } finally {
      await server.stop()
    }
  }

  #env(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
    const { PATH = '', HOME, TMPDIR, SystemRoot, APPDATA, LOCALAPPDATA, USERPROFILE } = process.env
    // `npm run` puts the commands of this repository on the path, which must not stand in for a tool of the project.
    const others = PATH.split(delimiter).filter((folder) => !folder.startsWith(root))
    return {
      ...{ HOME, TMPDIR, SystemRoot, APPDATA, LOCALAPPDATA, USERPROFILE },
      PATH: [...this.path, ...others].join(delimiter),
      NO_COLOR: '1',
      NEXT_TELEMETRY_DISABLED: '1',
      DENO_NO_UPDATE_CHECK: '1',
      ...env,
    }
  }
}

/** Makes a fresh project with these packages. An installation of the same versions is used again. */
export function makeProject(packages: Readonly<Record<string, string>>): Project {
  const key = createHash('sha256').update(JSON.stringify(packages)).digest('hex').slice(0, 8)
  const [tool = 'none'] = Object.keys(packages)
  const folder = join(cache, `${tool.replace(/\W+/g, '-')}-${key}`)
  mkdirSync(folder, { recursive: true })
  const project = new Project(folder, packages)
  const dependencies = { ...packages, 'ncco-jsx': `file:${tarballOf('ncco-jsx')}` }
  project.write('package.json', { private: true, dependencies })
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  npm(['install', ...quiet, '--no-package-lock', '--prefer-offline'], folder)
  for (const [name, version] of Object.entries(packages)) {
    const installed = JSON.parse(project.read(`node_modules/${name}/package.json`)).version
    if (installed !== version)
      throw new Error(`${name} ${installed} was installed, not ${version}.`)
  }
  return project
}
