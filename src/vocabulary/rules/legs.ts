import type { JsonObject } from '../../element/json'
import { below } from '../../issues/report'
import { option } from '../../issues/words'
import type { Place } from '../../options/table'

/** The rules for who hears whom, which conversation and transfer share. */
export function checkLegs(object: JsonObject, place: Place): void {
  if (object.mute === true && object.canSpeak !== undefined) {
    place.report('mute-with-can-speak', below(place.path, 'mute'), { object: place.object })
  }
  for (const key of ['canHear', 'canSpeak']) {
    const legs = object[key]
    if (!Array.isArray(legs)) continue
    for (const [index, leg] of legs.entries()) {
      if (typeof leg !== 'string' || !leg.startsWith('CON-')) continue
      const path = below(below(place.path, key), index)
      place.report('conversation-id-as-leg', path, { object: place.object, given: option(key) })
    }
  }
}
