import type { PageMessage } from '../../src/protocol'
import type { RestApplication, RestMessage } from '../../src/rest-messages'
import type { RestHandler, RestHost } from './rest-host'

/** The REST requests of the app, which the server of the studio passes on. */
export class RestLine implements RestHost {
  readonly url: string
  application: RestApplication = { id: 'unknown', publicKey: false }
  readonly #say: (message: PageMessage) => boolean
  #handler: RestHandler | undefined

  /** @param url the base URL of the REST side */
  constructor(url: string, say: (message: PageMessage) => boolean) {
    this.url = url
    this.#say = say
  }

  serve(handler: RestHandler): void {
    this.#handler = handler
  }

  async hear({ id, method, url, headers, body }: RestMessage): Promise<void> {
    const request = new Request(url, { method, body, headers: toHeaders(headers) })
    const response = (await this.#handler?.(request)) ?? new Response(null, { status: 503 })
    this.#say({
      type: 'rest-answered',
      id,
      status: response.status,
      headers: [...response.headers],
      body: toBase64(new Uint8Array(await response.arrayBuffer())),
    })
  }
}

// A browser lets no page set these, and the platform reads none of them.
const own = /^(accept-encoding|connection|content-length|host|te|transfer-encoding|upgrade)$/i

function toHeaders(headers: RestMessage['headers']): [string, string][] {
  return headers
    .filter(([name]) => !own.test(name))
    .map(([name, value]): [string, string] => [name, value])
}

function toBase64(bytes: Uint8Array): string {
  let text = ''
  // A function takes a limited number of arguments.
  for (let place = 0; place < bytes.length; place += 8192) {
    text += String.fromCharCode(...bytes.subarray(place, place + 8192))
  }
  return btoa(text)
}
