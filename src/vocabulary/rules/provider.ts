import type { JsonObject } from '../../element/json'
import { below } from '../../issues/report'
import type { Format } from '../../options/formats/format'
import type { Place } from '../../options/table'

/** Warns of an engine that Vonage does not document. */
export const provider: Format = (value, { object, path, report }) => {
  if (value !== 'google') report('undocumented-provider', path, { object })
}

/** Warns of options for an engine where none is named. */
export function checkProvider(object: JsonObject, place: Place): void {
  if (Object.hasOwn(object, 'providerOptions') && !Object.hasOwn(object, 'provider')) {
    const path = below(place.path, 'providerOptions')
    place.report('provider-options-alone', path, { object: place.object })
  }
}
