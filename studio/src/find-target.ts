import { existsSync, realpathSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { FlagError } from './flag-error'
import { Environment } from './module/environment'
import type { Limits } from './module/limits'
import { ModuleTarget } from './module/module-target'
import { findProject } from './module/project'
import { RemoteTarget } from './remote-target'
import type { Target } from './target'

/** The options that are about the target. */
export interface TargetFlags {
  /** The file with the variables of the project, from its folder. */
  readonly env?: string
  /** The path of the answer URL of a module. Absent: what its app says, or else `/answer`. */
  readonly answerPath?: string
  /** For a server elsewhere: files and folders whose changes mean that it is another one. */
  readonly watch?: readonly string[]
}

/** A target with the project around it. */
export interface FoundTarget {
  readonly target: Target
  readonly folder: string
  readonly environment: Environment
}

/**
 * Finds what the command line names.
 *
 * @param named an answer URL, a module, or a JSON file with an NCCO
 * @throws FlagError
 */
export function findTarget(
  named: string,
  flags: TargetFlags,
  limits: Partial<Limits> | undefined,
): FoundTarget {
  const { answerPath, watch } = flags
  if (/^https?:\/\//.test(named)) {
    if (!URL.canParse(named)) throw new FlagError(`${named} is not a URL.`)
    if (answerPath !== undefined) {
      throw new FlagError('--answer-path is for a module. Write the path into the URL.')
    }
    const folder = process.cwd()
    const environment = environmentOf(folder, flags)
    return {
      target: new RemoteTarget({ answerUrl: new URL(named), folder, watched: watch ?? [] }),
      folder,
      environment,
    }
  }
  if (watch !== undefined) {
    throw new FlagError(
      '--watch is for a server. A module is loaded anew when a file changes that it imports or reads.',
    )
  }
  if (answerPath !== undefined && !answerPath.startsWith('/')) {
    throw new FlagError('--answer-path must start with a slash, as /answer does.')
  }
  const file = realPath(resolve(named))
  const { folder } = findProject(file)
  const environment = environmentOf(folder, flags)
  return {
    target: new ModuleTarget({ file, name: named, environment, answerPath, limits }),
    folder,
    environment,
  }
}

/** The variables of a project. Its `.env` may come later; a file that is named is there. */
function environmentOf(folder: string, { env }: TargetFlags): Environment {
  const environment = new Environment(folder, env)
  if (env !== undefined && !existsSync(environment.file)) {
    throw new FlagError(`There is no file ${environment.file}, which --env names.`)
  }
  return environment
}

/** Modules are known by their real paths. One that is missing may come. */
function realPath(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    return resolve(realPath(dirname(file)), file.slice(dirname(file).length + 1))
  }
}
