import { basename, extname, relative, sep } from 'node:path'
import { type FSWatcher, watch } from 'chokidar'

// What an app may be made of that is broken, and may wait for any file. Others, such as pages of documentation, change nothing.
const modules = /^\.[cm]?[jt]sx?$/
const data = new Set(['.json', '.yaml', '.yml'])
// An installation writes them, and what it changes for the app stands elsewhere.
const locks = /^(package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml)$/
const ignored = /^(node_modules|dist|build|coverage|\..*)$/

// Editors write a file in several steps, and save several files at once.
const quiet = 10

/** Whether a file says how the modules of a project are loaded. */
export function isConfig(path: string): boolean {
  return /^(tsconfig.*|package)\.json$/.test(basename(path))
}

/** Hears of changes. */
export interface WatchListener {
  /** Is given paths from the folder, once a moment has passed without another change. */
  onChange(changed: readonly string[]): void
  /** Is given the reason why some changes may pass unnoticed. */
  onError(error: unknown): void
}

/** Notices changes of the files that an app is made of. */
export class Watcher {
  readonly #folder: string
  readonly #files: FSWatcher
  readonly #always = new Set<string>()
  /** The files of the app as it was loaded, and of the attempts since. */
  #used = new Set<string>()
  /** The files of the load under way, or of the last one. */
  #latest = new Set<string>()
  readonly #changed = new Set<string>()
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Whether the app is loaded, so that only its files count. One that is broken may wait for any. */
  #isExact = false

  constructor(folder: string, { onChange, onError }: WatchListener) {
    this.#folder = folder
    this.#files = watch(folder, {
      ignoreInitial: true,
      ignored: (path) => path !== folder && ignored.test(basename(path)) && !isEnvironment(path),
    })
    this.#files.on('error', onError)
    this.#files.on('all', (event, path) => {
      if (event.endsWith('Dir') || !this.#matters(path)) return
      this.#changed.add(relative(folder, path))
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => {
        const changed = [...this.#changed].sort()
        this.#changed.clear()
        onChange(changed)
      }, quiet)
    })
  }

  /** Returns once every file is watched. */
  async ready(): Promise<void> {
    await new Promise<void>((resolve) => this.#files.once('ready', resolve))
  }

  /** These files matter, whatever the app is made of. */
  alwaysWatch(files: readonly string[]): void {
    for (const file of files) this.#always.add(file)
    this.#add(files)
  }

  /** The app is being loaded. */
  begin(): void {
    this.#isExact = false
    this.#latest = new Set()
  }

  /** The app was loaded: what it was made of before does not matter any more. */
  settle(): void {
    this.#isExact = true
    this.#used = this.#latest
  }

  /** These files are part of the app, wherever they are. */
  use(files: readonly string[]): void {
    for (const file of files) {
      this.#used.add(file)
      this.#latest.add(file)
    }
    this.#add(files)
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#files.close()
  }

  /** Watches those files that stand where nothing is watched. */
  #add(files: readonly string[]): void {
    for (const file of files) {
      const [name = '', ...folders] = relative(this.#folder, file).split(sep).reverse()
      const isElsewhere = folders.some((one) => one === '..' || ignored.test(one))
      // A file that is watched twice, and is not there, keeps chokidar from telling of others that come.
      if (isElsewhere || (ignored.test(name) && !isEnvironment(name))) this.#files.add(file)
    }
  }

  #matters(path: string): boolean {
    const isPart = this.#used.has(path) || this.#always.has(path)
    if (isPart || isEnvironment(path) || this.#isOwnConfig(path)) return true
    if (this.#isExact || locks.test(basename(path))) return false
    const extension = extname(path)
    return data.has(extension) || modules.test(extension)
  }

  /** Whether it is the package.json of the project, or a tsconfig.json, which may extend another one. */
  #isOwnConfig(path: string): boolean {
    const isOfPackage = basename(path) === 'package.json'
    return isConfig(path) && (!isOfPackage || !relative(this.#folder, path).includes(sep))
  }
}

function isEnvironment(path: string): boolean {
  return /^\.env(\..*)?$/.test(basename(path))
}
