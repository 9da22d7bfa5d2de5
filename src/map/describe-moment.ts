import type { TracedState } from './call-map'
import { listeningOf } from './listening'
import type { Moment } from './moment'
import { offeredKeys } from './offered-keys'

/** A moment as plain data, as a map shows it. */
export function describeMoment(moment: Moment): TracedState {
  const { heard, legHeard, activity, waiting, leg, ended } = moment
  const words = waiting?.who === 'leg' ? legHeard : heard.map(({ text }) => text)
  const listening = waiting && listeningOf(waiting)
  return {
    heard: heard.map(({ text }) => text),
    ...(legHeard.length > 0 && { legHeard }),
    activity,
    ...(waiting &&
      listening && {
        listens: {
          who: waiting.who,
          keys: offeredKeys(words.join(' ')).map(({ key }) => key),
          ...(listening.digits !== undefined && { digits: listening.digits }),
          ...(listening.phrases && { phrases: listening.phrases }),
        },
      }),
    ...(leg && { leg }),
    ...(ended && { ended }),
  }
}
