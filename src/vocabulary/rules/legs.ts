import type { Json, JsonObject } from '../../element/json'
import { below } from '../../issues/report'
import { option } from '../../issues/words'
import type { Place } from '../../options/table'

/** The rules for who hears whom, which conversation and transfer share. */
export function checkLegs(object: JsonObject, place: Place): void {
  if (object.mute === true && object.canSpeak !== undefined) {
    place.report('mute-with-can-speak', below(place.path, 'mute'), { object: place.object })
  }
  if (object.canHear !== undefined) checkUuids(object.canHear, 'canHear', place)
  if (object.canSpeak !== undefined) checkUuids(object.canSpeak, 'canSpeak', place)
}

function checkUuids(legs: Json, key: string, { object, path, report }: Place): void {
  if (!Array.isArray(legs)) return
  for (const [index, leg] of legs.entries()) {
    if (typeof leg !== 'string' || !leg.startsWith('CON-')) continue
    const at = below(below(path, key), index)
    report('conversation-id-as-leg', at, { object, given: option(key) })
  }
}
