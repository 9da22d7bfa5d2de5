import { readdirSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { Problem } from './problem'

/** Where a project is made. */
export interface ProjectFolder {
  readonly path: string
  /** The name of the package. */
  readonly name: string
}

// What git, editors and systems leave in a folder that is empty to its user.
const harmless = new Set(['.git', '.gitkeep', '.DS_Store', 'Thumbs.db', '.idea', '.vscode'])

/** npm's rule for new packages, without a scope. */
const packageName = /^[a-z0-9][a-z0-9._-]{0,213}$/

/**
 * The folder of a project, which may be there if it is empty.
 *
 * @throws Problem
 */
export function prepareFolder(folder: string): ProjectFolder {
  const problem = checkFolder(folder)
  if (problem) throw problem
  const path = resolve(folder)
  return { path, name: toPackageName(basename(path)) }
}

/** Why no project can be made in this folder. */
export function checkFolder(folder: string): Problem | undefined {
  const path = resolve(folder)
  const name = basename(path)
  // A folder that is there has its name.
  if (!packageName.test(name) && !isFolder(path)) {
    return new Problem(
      `"${name}" cannot be the name of a package, which has lower-case letters, digits, hyphens, dots and underscores.`,
      `Name the folder ${toPackageName(name)}.`,
    )
  }
  return checkContent(folder, path)
}

function checkContent(folder: string, path: string): Problem | undefined {
  let names: string[]
  try {
    names = readdirSync(path).filter((name) => !harmless.has(name))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    if (code === 'ENOTDIR')
      return new Problem(`${folder} is a file, or below one.`, 'Name another folder.')
    return new Problem(`${folder} cannot be read: ${code}.`, 'Name another folder.')
  }
  if (names.length === 0) return undefined
  const [first, second, ...others] = names.sort()
  const more = others.length > 0 ? `, and ${others.length} more` : ''
  return new Problem(
    `${folder === '.' ? 'This folder' : `The folder ${folder}`} is not empty: ${[first, second].filter(Boolean).join(', ')}${more}.`,
    'Name another folder, or empty it.',
  )
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

/** The nearest name that a package may have. */
function toPackageName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')
    .slice(0, 214)
  return plain || 'my-calls'
}
