import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { printable } from './printable'

/** The options of the command `dev`, which the studio reads. */
export type DevFlags = Readonly<Record<string, unknown>>

/** The package `ncco-jsx-studio`, as far as the command knows it. */
interface StudioPackage {
  runStudio(named: string, flags: DevFlags): Promise<RunningStudio>
}

interface RunningStudio {
  readonly url: string
  /** Where the app sends its REST requests. */
  readonly restUrl: string
  readonly started: Promise<void>
  close(): Promise<void>
}

/** Runs the studio until it is interrupted. Returns why it does not run, if it does not. */
export async function runDev(named: string, flags: DevFlags): Promise<string | undefined> {
  const studio = await findStudio()
  if (!studio) {
    return 'The studio is a package of its own, and is not installed. Install it: npm install --save-dev ncco-jsx-studio'
  }
  let running: RunningStudio
  try {
    running = await studio.runStudio(named, flags)
  } catch (error) {
    // An option that cannot be used.
    if (error instanceof Error && error.name === 'FlagError') return error.message
    throw error
  }
  console.log(
    `The studio is at ${printable(running.url)}\nThe REST side for the app is at ${printable(running.restUrl)}\nPress Ctrl+C to end it.\n`,
  )
  await running.started
  await new Promise<void>((end) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end)
  })
  await running.close()
  return undefined
}

/** The studio of the project, or the one beside this package. */
async function findStudio(): Promise<StudioPackage | undefined> {
  for (const folder of [resolve('package.json'), import.meta.url]) {
    try {
      const path = createRequire(folder).resolve('ncco-jsx-studio')
      return await import(pathToFileURL(path).href)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error
    }
  }
  return undefined
}
