import type { Json } from '../element/json'
import { anonymise } from './anonymous'
import type { MapState } from './call-map'
import { describeMoment } from './describe-moment'
import type { Moment } from './moment'

/** A state that was found, and what is known of it. */
export interface KnownState {
  /** From 1, in the order in which they were found. */
  readonly number: number
  readonly id: string
  /** The moment in the call that found it. */
  readonly moment: Moment
  /** The shortest acts that lead there, as a script has them. */
  readonly script: readonly string[]
  /** The state before it on that way; absent of the first one. */
  readonly before: KnownState | undefined
  /** The NCCO without sealed params and ids. */
  readonly ncco: Json[] | undefined
  /** The state that each act led to when it was first tried. */
  readonly follows: Map<string, KnownState>
  /** The NCCOs, as text, that are known to lead to the same. */
  readonly nccos: Set<string>
}

/** The NCCO behind the words of a moment, as text. Equal texts lead to the same, unless `isSealed`: then the text may hide a difference. */
export function hiddenIn({ ncco, index }: Moment): {
  readonly text: string
  readonly isSealed: boolean
} {
  const { value, isSealed } = anonymise((ncco ?? []) as Json[])
  return { text: `${index} ${JSON.stringify(value)}`, isSealed }
}

export function toKnownState(
  moment: Moment,
  script: readonly string[],
  number: number,
  before: KnownState | undefined,
): KnownState {
  const ncco = moment.ncco && anonymise(moment.ncco as Json[]).value
  return {
    number,
    id: `s${number}`,
    moment,
    script,
    before,
    ncco,
    follows: new Map(),
    nccos: new Set([hiddenIn(moment).text]),
  }
}

/** A state as plain data. */
export function toMapState({ id, moment, ncco }: KnownState): MapState {
  const { path } = moment
  return {
    id,
    ...describeMoment(moment),
    ...(ncco && { ncco: ncco as object[] }),
    ...(path !== undefined && { path }),
  }
}
