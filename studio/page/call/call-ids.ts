import type { Call } from 'ncco-jsx/simulate'

/** The ids of calls by the places that stand for them: a call that is played again has other ids. */
type Ids = readonly (readonly [place: string, id: string])[]

/** A text with places instead of the ids of these calls, such as `{call-2}`, `{call-2-leg-1}` and `{conversation-2}`. */
export function withPlaces(text: string, calls: readonly Call[]): string {
  return idsOf(calls).reduce((left, [place, id]) => left.replaceAll(id, place), text)
}

/**
 * The text with ids again.
 *
 * @throws an error that says which call there is not
 */
export function withIds(text: string, calls: readonly Call[]): string {
  const ids = new Map(idsOf(calls))
  return text.replace(placePattern, (place) => {
    const id = ids.get(place)
    if (id !== undefined) return id
    throw new Error(`There is no ${place.slice(1, -1).replaceAll('-', ' ')}.`)
  })
}

/** A place in a text. Its groups are the kind, the number of the call and that of the leg. */
export const placePattern = /\{(call|conversation)-(\d+)(?:-leg-(\d+))?\}/g

function idsOf(calls: readonly Call[]): Ids {
  const own = calls.flatMap(
    ({ conversationUuid, leg }, index): Ids => [
      [`{conversation-${index + 1}}`, conversationUuid],
      [`{call-${index + 1}}`, leg.uuid],
    ],
  )
  // A leg that was transferred is the person of a call of its own, and is known by the number of that call too.
  const legs = calls.flatMap(
    ({ legs }, index): Ids =>
      legs.map(({ uuid }, place) => [`{call-${index + 1}-leg-${place + 1}}`, uuid]),
  )
  return [...own, ...legs]
}
