// Codes of Node for an answer that is not TLS, and for a certificate that no known authority has signed.
const httpInstead = /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|EPROTO/
const certificate = /SELF_SIGNED|UNABLE_TO_/

/** Sends a request, as `fetch` does. */
export type Fetch = (
  request: Request,
  init: { readonly redirect: 'manual'; readonly signal: AbortSignal },
) => Promise<Response>

/** A server in another process, whose answer URL was dialled. */
export class DialledServer {
  readonly answerUrl: string
  /** The origin at which it runs. */
  readonly origin: string
  /** The public base that it believes in, which is its origin unless `baseUrl` says otherwise. */
  readonly #base: string
  readonly #fetch: Fetch

  constructor(
    answerUrl: URL,
    base: string,
    fetch: Fetch = (request, init) => globalThis.fetch(request, init),
  ) {
    this.answerUrl = answerUrl.href
    this.origin = answerUrl.origin
    this.#base = base
    this.#fetch = fetch
  }

  /** Delivers over HTTP, or as the caller asked for. URLs below the public base go to the origin. */
  fetch(request: Request, signal: AbortSignal): Promise<Response> {
    const { url } = request
    const path = this.#isBelowBase(url) ? url.slice(new URL(this.#base).origin.length) : undefined
    // Redirects are undocumented, and not followed.
    const send = this.#fetch
    return send(new Request(path === undefined ? url : this.origin + path, request), {
      redirect: 'manual',
      signal,
    })
  }

  /** Advice about an answer that came too late. */
  readonly adviceOnLateness = 'Does the route end its response?'

  /** Advice about a request that failed for this reason. */
  adviceOn(why: string, url: string): string | undefined {
    const { protocol, origin, host, hostname } = new URL(url)
    if (origin !== this.origin && !this.#isBelowBase(url)) {
      return `If the dialled server means itself by this address, dial with { baseUrl: '${origin}' }: links below it then go to ${this.origin}.`
    }
    if (why === 'ECONNREFUSED') return `Does a server listen at ${this.origin}?`
    if (protocol !== 'https:' || !isLoopback(hostname)) return undefined
    if (httpInstead.test(why)) return `Does the server speak http? Dial http://${host}.`
    return certificate.test(why) ? 'Name its certificate in NODE_EXTRA_CA_CERTS.' : undefined
  }

  #isBelowBase(url: string): boolean {
    return url === this.#base || url.startsWith(`${this.#base}/`)
  }
}

function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
}
