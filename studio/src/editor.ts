import { setTimeout as sleep } from 'node:timers/promises'
import launchEditor from 'launch-editor'
import { pathIn } from './files'
import { notOpened } from './problems'
import type { Problem, Source } from './protocol'

// An editor that cannot be started says so at once; one that can says nothing.
const patience = 500

/** Opens a place in the editor that runs, or else in the one that `EDITOR` names. Returns why that was not possible. */
export async function openInEditor(
  folder: string,
  { file, line, column = 1 }: Source,
): Promise<Problem | undefined> {
  const path = pathIn(folder, file)
  if (path === undefined) return notOpened('it is not in the folder of the project')
  const failed = new Promise<Problem>((resolve) => {
    launchEditor(`${path}:${line}:${column}`, (_, reason) => {
      resolve(notOpened(reason ?? 'no editor was found'))
    })
  })
  return Promise.race([failed, sleep(patience, undefined)])
}
