import { WebSocket } from 'ws'
import { type LiveAudioMessage, parseAudioMessage, toAudioMessage } from '../../src/audio-message'
import type {
  Fetched,
  FetchMessage,
  Hello,
  PageMessage,
  ServerMessage,
  TargetState,
  Unfetched,
} from '../../src/protocol'
import type { RestMessage } from '../../src/rest-messages'
import type { SocketHappening } from '../../src/socket-messages'

type Answer = Extract<ServerMessage, { id: number }>

type Question = Without<Extract<PageMessage, { type: 'fetch' | 'save' | 'open' }>>

/** A message whose number the page counts. */
type Without<Message> = Message extends unknown ? Omit<Message, 'id'> : never

/** A page, as far as the server knows it. */
export class TestPage {
  /** Everything that the server said, as it was sent. */
  readonly received: string[] = []
  /** The audio that the server sent. */
  readonly audio: LiveAudioMessage[] = []
  /** Answers a REST request of the app. */
  onRest: (message: RestMessage) => Promise<void> = async () => {}
  readonly #socket: WebSocket
  readonly #watchers = new Set<() => void>()
  readonly #messages: ServerMessage[] = []
  #ids = 0

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('message', (data, isBinary) => {
      if (isBinary) {
        const audio = parseAudioMessage(data as Buffer)
        if (audio) this.audio.push(audio)
        return
      }
      this.received.push(String(data))
      const message: ServerMessage = JSON.parse(String(data))
      this.#messages.push(message)
      if (message.type === 'rest') void this.onRest(message)
      for (const look of this.#watchers) look()
    })
  }

  /** Opens the page at the URL of a studio, once its first message is there. */
  static async open(url: string): Promise<TestPage> {
    const page = new TestPage(new WebSocket(socketUrl(url)))
    await page.until(() => page.#messages.length > 0)
    return page
  }

  get hello(): Hello {
    return this.#messages[0] as Hello
  }

  get target(): TargetState {
    const told = this.#messages.flatMap((message) => ('target' in message ? [message.target] : []))
    return told.at(-1) as TargetState
  }

  /** The lines that the app printed. */
  get lines(): string[] {
    return this.#messages.flatMap((message) => (message.type === 'log' ? [message.text] : []))
  }

  /** Waits until something is so. The test's own limit ends it. */
  until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!isSo()) return
        this.#watchers.delete(look)
        resolve()
      }
      this.#watchers.add(look)
      look()
    })
  }

  /** Waits until the target is ready or broken in a generation after this one. */
  async settled(after = 0): Promise<TargetState> {
    await this.until(() => this.target.generation > after && this.target.status !== 'loading')
    return this.target
  }

  say(message: PageMessage): void {
    this.#socket.send(JSON.stringify(message))
  }

  speak(audio: LiveAudioMessage): void {
    this.#socket.send(toAudioMessage(audio))
  }

  /** What has happened on the connections of websocket legs. */
  get happenings(): SocketHappening[] {
    return this.#messages.flatMap((message) =>
      message.type === 'socket-event' ? [message.happening] : [],
    )
  }

  async ask(message: Question): Promise<Answer> {
    const id = ++this.#ids
    this.say({ ...message, id } as PageMessage)
    let answer: Answer | undefined
    await this.until(() => {
      answer = this.#messages.find(
        // The server counts its own requests.
        (message): message is Answer =>
          'id' in message && !/^(rest|socket-event)$/.test(message.type) && message.id === id,
      )
      return answer !== undefined
    })
    return answer as Answer
  }

  /** Lets the server send a request. */
  async fetch(url: string, more: Partial<FetchMessage> = {}): Promise<Fetched | Unfetched> {
    const request = { method: 'GET', headers: [], body: null, time: Date.now(), ...more }
    return (await this.ask({ type: 'fetch', url, ...request })) as Fetched | Unfetched
  }

  close(): void {
    this.#socket.close()
  }
}

/** The URL of the websocket of a page. */
export function socketUrl(page: string): string {
  const url = new URL('/socket', page)
  url.protocol = 'ws:'
  url.search = new URL(page).search
  return url.href
}
