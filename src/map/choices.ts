import { listeningOf } from './listening'
import type { Moment } from './moment'

/** The things to try where a call waits for someone. */
export interface Attempts {
  /** Each is pressed by itself. */
  readonly keys: readonly string[]
  /** Entries of several digits, besides those that fit the number of digits. */
  readonly entries: readonly string[]
  /** Said beside the phrases that the recogniser is told. */
  readonly phrases: readonly string[]
  readonly legs: readonly LegOutcome[]
}

/** The reaction of a leg that is called. */
export type LegOutcome = 'answered' | 'busy' | 'unanswered' | 'machine'

/** A phrase that no app expects. */
const somethingElse = 'something else'

const legActs: Readonly<Record<LegOutcome, string>> = {
  answered: 'leg answer',
  busy: 'leg busy',
  unanswered: 'leg unanswered',
  machine: 'leg machine',
}

/** The acts to try at a moment, in order; empty where nobody can do anything but hang up. */
export function choicesAt(moment: Moment, attempts: Attempts): string[] {
  const { activity, waiting, ended } = moment
  if (ended) return []
  if (activity === 'connected') return ['leg hang up']
  if (waiting?.who === 'leg') return [...waitingChoices(moment, attempts), 'leg hang up']
  if (activity === 'connecting') return legChoices(moment, attempts)
  return waiting ? waitingChoices(moment, attempts) : []
}

function legChoices({ detectsMachines }: Moment, { legs }: Attempts): string[] {
  // Without detection a machine that answers makes no difference.
  return legs.filter((leg) => leg !== 'machine' || detectsMachines).map((leg) => legActs[leg])
}

function waitingChoices(moment: Moment, attempts: Attempts): string[] {
  const { waiting, heard } = moment
  if (!waiting) return []
  const { digits, phrases, endOnKey, endsOnSilence } = listeningOf(waiting)
  const acts: string[] = []
  if (digits !== undefined)
    acts.push(...entriesFor(digits, attempts).map((entry) => `press ${entry}`))
  if (phrases) {
    const all = new Set([...phrases, ...attempts.phrases, somethingElse])
    acts.push(...[...all].filter((phrase) => phrase.trim() !== '').map((phrase) => `say ${phrase}`))
  }
  if (waiting.name === 'record' && endsOnSilence) acts.push(`say ${somethingElse}`)
  if (endOnKey !== undefined) acts.push(`press ${endOnKey}`)
  // The timeouts never begin under a prompt that repeats for ever.
  if (endsOnSilence && heard.at(-1)?.isEndless !== true) acts.push('silence')
  return waiting.who === 'leg' ? acts.map((act) => `leg ${act}`) : acts
}

/** Entries of this many digits that are dates and test numbers of cards, and so are valid where most others are not. */
const meaningful: Readonly<Record<number, readonly string[]>> = {
  6: ['010190'],
  8: ['01011990'],
  16: ['4111111111111111'],
}

function entriesFor(digits: number, { keys, entries }: Attempts): string[] {
  const all = new Set(keys)
  if (digits > 1) {
    all.add('12345678901234567890'.slice(0, digits))
    for (const entry of meaningful[digits] ?? []) all.add(entry)
    for (const entry of entries) if (entry.replace(/#$/, '').length <= digits) all.add(entry)
  }
  return [...all]
}
