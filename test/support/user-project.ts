import { cpSync, rmSync } from 'node:fs'
import { inject } from 'vitest'
import { makeFolder, type PackedProject } from './packed-project'

declare module 'vitest' {
  interface ProvidedContext {
    packedProject: PackedProject
  }
}

/** A copy of the project with the packed package, which a test may change. */
export interface UserProject extends PackedProject {
  remove(): void
}

export function makeUserProject(): UserProject {
  const { folder: packed, files } = inject('packedProject')
  const folder = makeFolder()
  cpSync(packed, folder, { recursive: true, verbatimSymlinks: true })
  return { folder, files, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
