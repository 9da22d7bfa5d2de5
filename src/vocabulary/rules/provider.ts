import type { JsonObject } from '../../element/json'
import { below } from '../../issues/report'
import { accepting, type Format } from '../../options/formats/format'
import type { Place } from '../../options/table'

/** The rules for the engine that an object names in `provider`, and for what `providerOptions` hands to it. */
interface ProviderRules {
  /** Warns of an engine that Vonage does not document. */
  readonly name: Format
  /** Warns of options without an engine to read them. */
  readonly checkOptions: (object: JsonObject, place: Place) => void
}

// The official SDKs send it also where the reference has no provider.
function isKnown(provider: string): boolean {
  return provider === 'google'
}

/** The rules where the reference documents this engine, or none. */
/* @__NO_SIDE_EFFECTS__ */
export function providerRules(documented: 'google' | undefined): ProviderRules {
  return {
    name: accepting(isKnown, (_, { object, path, report }) => {
      report('undocumented-provider', path, { object, documented })
    }),
    checkOptions(object, place) {
      if (object.providerOptions !== undefined && object.provider === undefined) {
        const path = below(place.path, 'providerOptions')
        place.report('provider-options-alone', path, { object: place.object, documented })
      }
    },
  }
}
