import { type ReadonlySignal, signal } from '@preact/signals'
import { dial } from 'ncco-jsx/simulate'
import type { CallSettings, Fetched, LogMessage, Source, TargetState } from '../../src/protocol'
import { toParcel } from '../host/delivery'
import { FetchFailure, type Host, type HostStatus, type Outgoing } from '../host/host'
import { FlowApp } from './app/flow-app'
import type { Compiler } from './compile/compiler'
import { addFindings, type Finding } from './finding'
import type { Flow } from './flow'
import { saveFile } from './save-file'

/** How many lines of the flow's output are kept. */
const mostLines = 500

/** What the host asks the page for. */
export interface Page {
  /** The options of the next call. */
  settings(): CallSettings
  /** Shows a place in the editor. */
  show(source: Source): void
  /** The URL of the page with the flow, and with what a fragment says beside it. */
  linkTo(fragment: string): Promise<string>
}

/** The page itself as host: it compiles a flow, and runs it in a worker. */
export class BrowserHost implements Host {
  readonly status = signal<HostStatus>('open')
  readonly target: ReadonlySignal<TargetState>
  readonly settings = signal<CallSettings>({})
  readonly variables = signal<readonly string[]>([])
  readonly folder = signal('')
  readonly output = signal<readonly LogMessage[]>([])
  readonly reached = signal(1)
  /** What was found in the flow since it was loaded. */
  readonly findings = signal<readonly Finding[]>([])
  readonly #app: FlowApp
  readonly #page: Page

  constructor(compiler: Compiler, page: Page) {
    this.#page = page
    this.#app = new FlowApp(compiler, {
      makeProbe: () => firstWebhook(this.target.value.answerUrl, page.settings()),
      onFindings: (found) => {
        this.findings.value = addFindings(this.findings.value, found)
      },
      onLine: (line) => {
        this.output.value = [...this.output.value, line].slice(-mostLines)
      },
    })
    this.target = this.#app.state
  }

  /** Loads a flow instead of the one before. */
  load(flow: Flow): void {
    this.findings.value = []
    this.#app.load(flow)
  }

  restart(): void {
    this.findings.value = []
    this.#app.restart()
  }

  async fetch(message: Outgoing, signal?: AbortSignal): Promise<Fetched> {
    const outcome = await this.#app.fetch(message, signal)
    if (outcome.type === 'fetched') return { id: 0, ...outcome }
    throw new FetchFailure({ id: 0, ...outcome })
  }

  save(file: string, text: string): Promise<string> {
    saveFile(file, text)
    return Promise.resolve(file)
  }

  async openSource(source: Source): Promise<void> {
    this.#page.show(source)
  }

  linkTo(fragment: string): Promise<string> {
    return this.#page.linkTo(fragment)
  }
}

/** The webhook that a call begins with. */
async function firstWebhook(
  answerUrl: string,
  { headers, signature: _, startsAt, ...settings }: CallSettings,
): Promise<Outgoing> {
  let first: Request | undefined
  await dial(answerUrl, {
    ...settings,
    pace: 'manual',
    fetch: async (request) => {
      first ??= request.clone()
      return Response.json([])
    },
  })
  const time = startsAt === undefined ? Date.now() : Date.parse(startsAt)
  return toParcel(first ?? new Request(answerUrl), time, { extra: headers })
}
