import type { ReceivedAnswer } from './answer'
import { shownUrl } from './request'

/** The URLs of other servers, whose webhooks arrive at an app in memory. */
export class ForeignUrls {
  readonly #own: ReadonlySet<string>
  readonly #told = new Set<string>()

  /** @param own URLs of the app */
  constructor(...own: readonly string[]) {
    this.#own = new Set(own.map((url) => new URL(url).origin))
  }

  /** What a 404 at such a URL means: whole for the first one. `undefined` for any other answer, and for a URL of the app. */
  explain(url: string, { status, code }: ReceivedAnswer): string | undefined {
    if (status !== 404 || this.#own.has(new URL(url).origin)) return undefined
    const shown = shownUrl(url)
    const named = code === undefined ? '404' : `404 (${code})`
    if (this.#told.has(shown)) return `${named}, as before`
    this.#told.add(shown)
    return `${named}. It is a URL of another server: a simulated call brings its webhooks to your app, which does not have this path.`
  }
}
