import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'

/** The variables of a project, read anew each time: from its `.env`, and from the environment of the studio, which comes first. */
export class Environment {
  readonly file: string

  /** @param file the path of the file, from the folder of the project */
  constructor(folder: string, file = '.env') {
    this.file = resolve(folder, file)
  }

  /** The names of the variables in the file. */
  get names(): readonly string[] {
    return Object.keys(this.#read())
  }

  /** All variables. */
  get all(): NodeJS.ProcessEnv {
    const { BASE_URL, ...others } = process.env
    // Vite and Vitest set it to the path of their pages, also for what they start. Apps have their address there.
    return {
      ...this.#read(),
      ...others,
      ...(BASE_URL !== undefined && BASE_URL !== '/' && { BASE_URL }),
    }
  }

  /** The value of a variable; absent if it is not set, or is empty. */
  secret(name: string): string | undefined {
    return this.all[name] || undefined
  }

  #read(): NodeJS.Dict<string> {
    try {
      return parseEnv(readFileSync(this.file, 'utf8'))
    } catch {
      return {}
    }
  }
}
