import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Problem } from './problem'
import type { ProjectFiles } from './project'

/**
 * Writes the files of a project.
 *
 * @throws Problem if the system refuses
 */
export function writeProject(folder: string, files: ProjectFiles): void {
  try {
    for (const [name, text] of files) {
      const path = join(folder, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
    }
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException
    throw new Problem(
      `The project could not be written to ${folder}: ${reasons[code] ?? code}.`,
      'Name a folder that you may write to.',
    )
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
}
