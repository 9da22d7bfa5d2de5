import type { RequestAct } from './act'

/** How long after a replay the app may still make a request that it makes by itself, in milliseconds. */
const grace = 1000

/** A request that was made again, with its answer. */
interface Repeated {
  readonly key: string
  readonly answer: Response
}

/**
 * The requests of a call that is played again. Where nobody knows what made a request, an app that makes it by itself once more must not
 * make it twice.
 */
export class RepeatedRequests {
  /** Those that the replay has made, and the app has not. */
  readonly #made: Repeated[] = []
  /** Those that came meanwhile, and are not among the acts so far. */
  readonly #come: string[] = []
  #until = 0

  begin(): void {
    this.#until = Number.POSITIVE_INFINITY
  }

  end(): void {
    this.#until = performance.now() + grace
  }

  /** A request has come. Returns the answer to the same one, if the replay has made it already. */
  take(act: RequestAct): Response | undefined {
    if (performance.now() > this.#until) return undefined
    const key = keyOf(act)
    const place = this.#made.findIndex((one) => one.key === key)
    if (place < 0) {
      this.#come.push(key)
      return undefined
    }
    return this.#made.splice(place, 1)[0]?.answer
  }

  /** Whether a request of the acts has come by itself in the meantime. */
  hasCome(act: RequestAct): boolean {
    const place = this.#come.indexOf(keyOf(act))
    if (place >= 0) this.#come.splice(place, 1)
    return place >= 0
  }

  /** The replay has made a request. */
  note(act: RequestAct, answer: Response): void {
    this.#made.push({ key: keyOf(act), answer })
  }
}

function keyOf({ method, path, body = '' }: RequestAct): string {
  return `${method} ${path} ${body}`
}
