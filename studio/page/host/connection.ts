import { batch, signal } from '@preact/signals'
import type {
  CallSettings,
  Fetched,
  Hello,
  LogMessage,
  Opened,
  PageMessage,
  Refused,
  Saved,
  ServerMessage,
  Source,
  TargetState,
  Unfetched,
} from '../../src/protocol'
import { protocolVersion } from '../../src/protocol'
import { FetchFailure, type Host, type HostStatus, type Outgoing } from './host'
import { RestLine } from './rest-line'
import { SocketLines } from './socket-lines'

type Answer = Fetched | Unfetched | Saved | Opened | Refused

/** How many lines of the app's output are kept. */
const mostLines = 500

/** Milliseconds until the next attempt to reach a studio that has gone. */
const retryAfter = 1000

/** The websocket to the studio, and what it has told. */
export class Connection implements Host {
  readonly status = signal<HostStatus>('connecting')
  readonly target = signal<TargetState | undefined>(undefined)
  readonly settings = signal<CallSettings>({})
  readonly variables = signal<readonly string[]>([])
  readonly folder = signal('')
  readonly output = signal<readonly LogMessage[]>([])
  readonly reached = signal(0)
  readonly sockets = new SocketLines(
    (message) => this.#say(message),
    (bytes) => this.#open?.send(bytes),
  )
  readonly rest: RestLine
  readonly #url: string
  readonly #waiting = new Map<number, (answer: Answer) => void>()
  #socket: WebSocket | undefined
  #ids = 0

  /** @param page the URL of the page, whose token goes along */
  constructor(page: URL) {
    const url = new URL('/socket', page)
    url.protocol = page.protocol === 'https:' ? 'wss:' : 'ws:'
    url.search = page.search
    this.#url = url.href
    this.rest = new RestLine(page.origin, (message) => this.#say(message))
  }

  open(): void {
    const socket = new WebSocket(this.#url)
    this.#socket = socket
    socket.binaryType = 'arraybuffer'
    socket.onmessage = ({ data }) => {
      if (typeof data === 'string') this.#hear(JSON.parse(data))
      else this.sockets.hearAudio(new Uint8Array(data))
    }
    socket.onclose = () => {
      if (this.status.value === 'outdated') return
      this.status.value = 'lost'
      this.#dropWaiting()
      this.sockets.drop()
      setTimeout(() => this.open(), retryAfter)
    }
  }

  async fetch(message: Outgoing, signal?: AbortSignal): Promise<Fetched> {
    const id = ++this.#ids
    signal?.addEventListener('abort', () => this.#say({ type: 'abort', id }), { once: true })
    const answer = await this.#ask({ type: 'fetch', id, ...message })
    if (answer.type === 'fetched') return answer
    throw new FetchFailure(answer as Unfetched)
  }

  async save(file: string, text: string): Promise<string> {
    const answer = await this.#ask({ type: 'save', id: ++this.#ids, file, text })
    if (answer.type === 'saved') return answer.file
    throw notDone(answer)
  }

  async openSource(source: Source): Promise<void> {
    const answer = await this.#ask({ type: 'open', id: ++this.#ids, source })
    if (answer.type !== 'opened') throw notDone(answer)
  }

  linkTo(fragment: string): Promise<string> {
    return Promise.resolve(new URL(fragment, location.href).href)
  }

  restart(): void {
    this.#say({ type: 'restart' })
  }

  #ask(message: PageMessage & { readonly id: number }): Promise<Answer> {
    return new Promise((resolve) => {
      if (!this.#say(message)) return resolve(unreachable(message.id))
      this.#waiting.set(message.id, resolve)
    })
  }

  #say(message: PageMessage): boolean {
    this.#open?.send(JSON.stringify(message))
    return this.#open !== undefined
  }

  /** The websocket, while something can be said. */
  get #open(): WebSocket | undefined {
    return this.#socket?.readyState === WebSocket.OPEN ? this.#socket : undefined
  }

  #hear(message: ServerMessage): void {
    switch (message.type) {
      case 'hello':
        batch(() => this.#greet(message))
        break
      case 'target':
        this.target.value = message.target
        break
      case 'log':
        this.output.value = [...this.output.value, message].slice(-mostLines)
        break
      case 'rest':
        void this.rest.hear(message)
        break
      case 'socket-event':
        this.sockets.hear(message)
        break
      default:
        this.#waiting.get(message.id)?.(message)
        this.#waiting.delete(message.id)
    }
  }

  #greet({ settings, variables, folder, target, protocol, application }: Hello): void {
    this.rest.application = application
    // What its reader has changed since stays when the studio comes back.
    if (this.target.value === undefined) this.settings.value = settings
    this.variables.value = variables
    this.folder.value = folder
    this.reached.value++
    this.target.value = target
    this.status.value = protocol === protocolVersion ? 'open' : 'outdated'
  }

  #dropWaiting(): void {
    for (const [id, resolve] of this.#waiting) resolve(unreachable(id))
    this.#waiting.clear()
  }
}

function unreachable(id: number): Unfetched {
  const message = 'The studio does not run. Start it again; the page connects by itself.'
  return {
    type: 'unfetched',
    id,
    code: 'studio-gone',
    message,
    sent: [],
    milliseconds: 0,
    generation: 0,
  }
}

/** Why the server did not do what it was asked for. */
function notDone(answer: Answer): Error {
  if (answer.type === 'refused') {
    const { message, remedy } = answer.problem
    return new Error(`${message} ${remedy}`)
  }
  return new Error(answer.type === 'unfetched' ? answer.message : 'The studio gave another answer.')
}
