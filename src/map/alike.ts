import { listeningOf } from './listening'
import type { Moment } from './moment'

/** A text that two moments share if they are one state of the map: the same words, the same listening. */
export function likenessOf(moment: Moment): string {
  const { heard, legHeard, activity, waiting, leg, ended } = moment
  return JSON.stringify([
    heard.map(({ text }) => text),
    legHeard,
    activity,
    waiting ? [waiting.who, listeningOf(waiting)] : null,
    leg ? [leg.type, leg.to] : null,
    ended ?? null,
  ])
}
