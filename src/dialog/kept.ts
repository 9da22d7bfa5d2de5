import { toJson } from '../element/to-json'
import { root } from '../issues/report'
import { dialogError } from './error'

/** The results of work that is done once in a call, by name. They travel in the trail. */
export class Kept {
  readonly #values: Record<string, unknown>
  readonly #running = new Map<string, Promise<unknown>>()
  readonly #flowId: () => string
  readonly #now: () => number

  constructor(
    values: Readonly<Record<string, unknown>> | undefined,
    flowId: () => string,
    now: () => number,
  ) {
    this.#values = { ...values }
    this.#flowId = flowId
    this.#now = now
  }

  /** `undefined` if nothing is kept. */
  get values(): Readonly<Record<string, unknown>> | undefined {
    return Object.keys(this.#values).length > 0 ? this.#values : undefined
  }

  /** The result of the work, which is done unless an earlier turn or another component did it under this name. */
  async once(name: string, work: (key: string) => unknown): Promise<unknown> {
    // Names of the author's and those of moments must not meet.
    const own = `.${name}`
    const running = this.#running.get(own) ?? this.#do(own, name, work)
    this.#running.set(own, running)
    // A copy: what a component does to it must reach neither the trail nor another component.
    return structuredClone(await running)
  }

  async #do(own: string, name: string, work: (key: string) => unknown): Promise<unknown> {
    if (!Object.hasOwn(this.#values, own)) this.#values[own] = await this.#resultOf(name, work)
    return this.#values[own]
  }

  async #resultOf(name: string, work: (key: string) => unknown): Promise<unknown> {
    const result = await work(await this.#keyOf(name))
    let found: string | undefined
    const json =
      result === undefined
        ? null
        : toJson(result, root, (_, __, detail) => {
            found ??= (detail as { found: string }).found
          })
    if (found !== undefined) throw dialogError('once-not-json', { name, found })
    return json
  }

  /** The same key whenever this work is done for this flow of this call, and no other's. It shows nothing of the call. */
  async #keyOf(name: string): Promise<string> {
    const bytes = new TextEncoder().encode(JSON.stringify([this.#flowId(), name]))
    const digest = await crypto.subtle.digest('SHA-256', bytes)
    const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0'))
    return hex.join('').slice(0, 32)
  }

  /** The moment at which a decision was made for the first time in the call, in milliseconds since 1970. */
  momentOf(decision: string): number {
    const own = `@${decision}`
    this.#values[own] ??= Math.floor(this.#now() / 1000)
    return Number(this.#values[own]) * 1000
  }
}
