import { AppProcess, type Launch } from './app-process'
import { type DevelopmentConfig, writeDevelopmentConfig } from './development-config'
import type { Environment } from './environment'
import { findProject, type Project } from './project'

/** Starts the processes of an app, and keeps one warm for its next load. */
export class Launcher {
  readonly #file: string
  readonly #folder: string
  readonly #environment: Environment
  #config: DevelopmentConfig
  #spare: { readonly app: AppProcess; readonly launch: Launch } | undefined

  /** @param file the path of the module */
  constructor(file: string, { folder, tsconfig }: Project, environment: Environment) {
    this.#file = file
    this.#folder = folder
    this.#environment = environment
    this.#config = writeDevelopmentConfig(tsconfig)
  }

  /** Processes that are warm know the files that are older. */
  renewConfig(): void {
    this.#config.remove()
    this.#config = writeDevelopmentConfig(findProject(this.#file).tsconfig)
  }

  /**
   * A process that is warm, or a new one if what it is launched with has changed since.
   *
   * @param restUrl the base URL of the REST side
   */
  async take(restUrl: string): Promise<AppProcess> {
    const spare = this.#spare
    this.#spare = undefined
    const launch = this.#launch(restUrl)
    if (spare && JSON.stringify(spare.launch) === JSON.stringify(launch)) return spare.app
    await spare?.app.kill()
    return new AppProcess(launch)
  }

  /** Starts the process that is taken next. */
  warmUp(restUrl: string): void {
    const launch = this.#launch(restUrl)
    this.#spare = { app: new AppProcess(launch), launch }
  }

  /** Ends the process that is warm, and removes the configuration. */
  async close(): Promise<void> {
    await this.#spare?.app.kill()
    this.#config.remove()
  }

  #launch(restUrl: string): Launch {
    return {
      file: this.#file,
      folder: this.#folder,
      // An app that names another host means it.
      env: { VONAGE_API_HOST: restUrl, ...this.#environment.all },
      tsx: findProject(this.#file).tsx,
      tsconfig: this.#config.path,
    }
  }
}
