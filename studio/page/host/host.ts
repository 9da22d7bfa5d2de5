import type { ReadonlySignal } from '@preact/signals'
import type {
  CallSettings,
  Fetched,
  FetchMessage,
  LogMessage,
  Source,
  TargetState,
  Unfetched,
} from '../../src/protocol'
import type { RestHost } from './rest-host'
import type { SocketHost } from './socket-host'

/** Whether an app can be reached through the host. */
export type HostStatus = 'connecting' | 'open' | 'lost' | 'outdated'

/** A request to the app. */
export type Outgoing = Omit<FetchMessage, 'type' | 'id'>

/** The place where the app of the page runs: the server of the studio, or the page itself in the playground. */
export interface Host {
  readonly status: ReadonlySignal<HostStatus>
  readonly target: ReadonlySignal<TargetState | undefined>
  /** The options that calls begin with. */
  readonly settings: ReadonlySignal<CallSettings>
  /** The names of the variables that the app has. */
  readonly variables: ReadonlySignal<readonly string[]>
  /** The folder that places are shown from; empty where files have no folder. */
  readonly folder: ReadonlySignal<string>
  /** What the app has printed. */
  readonly output: ReadonlySignal<readonly LogMessage[]>
  /** How often the host was reached. Each time it counts the loads of the app anew. */
  readonly reached: ReadonlySignal<number>
  /**
   * Sends a request to the app, or to wherever its URL leads.
   *
   * @throws FetchFailure if no answer comes
   */
  fetch(message: Outgoing, signal?: AbortSignal): Promise<Fetched>
  /**
   * Saves a new file beside the app. Returns the path under which it was saved.
   *
   * @throws an error that says why it was not saved
   */
  save(file: string, text: string): Promise<string>
  /**
   * Opens a place in the user's editor.
   *
   * @throws an error that says why it was not opened
   */
  openSource(source: Source): Promise<void>
  /** Where the REST requests of the app arrive. Absent where none can, as in the playground. */
  readonly rest?: RestHost
  /** Connects websocket legs. Absent where no server can be reached, as in the playground. */
  readonly sockets?: SocketHost
  /** The URL that opens the page with what a fragment says. */
  linkTo(fragment: string): Promise<string>
  /** Loads the app anew. */
  restart(): void
}

/** No answer came from the app. */
export class FetchFailure extends Error {
  readonly code: string
  readonly outcome: Unfetched

  constructor(outcome: Unfetched) {
    super(outcome.message)
    this.code = outcome.code
    this.outcome = outcome
  }
}
