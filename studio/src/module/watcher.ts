import { basename, extname, relative, sep } from 'node:path'
import { type FSWatcher, watch } from 'chokidar'

// What an app may be made of. Others, such as pages of documentation, change nothing.
const modules = /^\.[cm]?[jt]sx?$/
const data = new Set(['.json', '.yaml', '.yml'])
// An installation writes them, and what it changes for the app stands elsewhere.
const locks = /^(package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml)$/
const ignored = /^(node_modules|dist|build|coverage|\..*)$/

// Editors write a file in several steps, and save several files at once.
const quiet = 10

/** Notices changes of files of a project. */
export class Watcher {
  readonly #folder: string
  readonly #files: FSWatcher
  readonly #used = new Set<string>()
  readonly #changed = new Set<string>()
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Whether only files that are used count. A module that is broken may wait for any. */
  isExact = false

  /**
   * @param onChange is given paths from the folder, once a moment has passed without another change
   * @param onError is given the reason why some changes may pass unnoticed
   */
  constructor(
    folder: string,
    onChange: (changed: readonly string[]) => void,
    onError: (error: unknown) => void,
  ) {
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

  /** These files are part of the app, wherever they are. */
  use(files: readonly string[]): void {
    for (const file of files) {
      this.#used.add(file)
      const path = relative(this.#folder, file).split(sep)
      if (path.some((name) => name === '..' || ignored.test(name))) this.#files.add(file)
    }
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#files.close()
  }

  #matters(path: string): boolean {
    if (this.#used.has(path) || isEnvironment(path)) return true
    if (locks.test(basename(path))) return false
    const extension = extname(path)
    return data.has(extension) || (modules.test(extension) && !this.isExact)
  }
}

function isEnvironment(path: string): boolean {
  return /^\.env(\..*)?$/.test(basename(path))
}
