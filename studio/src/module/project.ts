import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The project of a module. */
export interface Project {
  /** The nearest folder with a package.json, or else that of the module. */
  readonly folder: string
  /** The nearest tsconfig.json. */
  readonly tsconfig: string | undefined
  /** The loader of the project's tsx, as a URL. */
  readonly tsx: string | undefined
}

export function findProject(file: string): Project {
  const manifest = findUp('package.json', dirname(file))
  return {
    folder: manifest ? dirname(manifest) : nearestFolder(dirname(file)),
    tsconfig: findUp('tsconfig.json', dirname(file)),
    tsx: findTsx(file),
  }
}

/** Whether a module has JSX, and its project does not say what that is. */
export function lacksConfig(file: string): boolean {
  return /\.[jt]sx$/.test(file) && findProject(file).tsconfig === undefined
}

function findTsx(file: string): string | undefined {
  try {
    return pathToFileURL(createRequire(file).resolve('tsx')).href
  } catch {
    // Node remembers that it was missing, even after it was installed.
    const manifest = findUp(join('node_modules', 'tsx', 'package.json'), dirname(file))
    return manifest && pathToFileURL(join(dirname(manifest), loaderOf(manifest))).href
  }
}

function loaderOf(manifest: string): string {
  return JSON.parse(readFileSync(manifest, 'utf8')).exports['.']
}

/** The folder, or the nearest one above it that is there. */
function nearestFolder(folder: string): string {
  return existsSync(folder) ? folder : nearestFolder(dirname(folder))
}

/** The file of this name in the folder or in the nearest one above. */
function findUp(name: string, folder: string): string | undefined {
  const path = join(folder, name)
  if (existsSync(path)) return path
  const above = dirname(folder)
  return above === folder ? undefined : findUp(name, above)
}
