import type { Act } from './act'

/** An act, with the seconds of the clock at which it began and had been done. */
export interface DoneAct {
  readonly act: Act
  readonly begunAt: number
  readonly doneAt: number
  /** Whether it is a key for the same input as the key before it. */
  readonly continues?: boolean
}

/** What was done, with the keys for one input as one act: `press 1`, `press 2` is `press 12`. */
export function joinKeys(done: readonly DoneAct[]): Act[] {
  const joined: Act[] = []
  for (const { act, continues } of done) {
    const last = joined.at(-1)
    if (continues && act.kind === 'press' && last?.kind === 'press') {
      joined[joined.length - 1] = { ...last, keys: last.keys + act.keys }
    } else joined.push(act)
  }
  return joined
}
