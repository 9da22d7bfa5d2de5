import type { Call, RunningNcco, WebhookEntry } from 'ncco-jsx/simulate'

/** An NCCO that took the place of another one, or was the first. */
export interface Replacement {
  /** The index of the entry of the timeline that brought it; the entries after it are about the new NCCO. */
  readonly entry: number
  /** The path that answered with it; absent where none did. */
  readonly path: string | undefined
  /** How many actions it has. */
  readonly actions: number
  /** How many actions of the NCCO before had not begun. */
  readonly dropped: number
  readonly ncco: readonly object[]
}

/** Watches which NCCO runs. */
export class Stack {
  readonly replacements: Replacement[] = []
  #last: RunningNcco | undefined

  observe(call: Call): void {
    const { running } = call
    if (running && running.ncco !== this.#last?.ncco) this.#note(call, running)
    this.#last = running ?? this.#last
  }

  #note({ timeline }: Call, { ncco }: RunningNcco): void {
    const since = this.replacements.at(-1)?.entry ?? -1
    const entry = timeline.findLastIndex(isNccoEntry)
    const isNew = entry > since
    const source = isNew ? (timeline[entry] as WebhookEntry) : undefined
    this.replacements.push({
      entry: isNew ? entry : 0,
      path: source && new URL(source.url).pathname,
      actions: ncco.length,
      dropped: this.#last ? this.#last.ncco.length - 1 - this.#last.index : 0,
      ncco,
    })
  }
}

function isNccoEntry(entry: Call['timeline'][number]): boolean {
  return entry.type === 'webhook' && /, \d+ actions?/.test(entry.answer)
}
