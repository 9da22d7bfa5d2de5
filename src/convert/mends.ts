import { isJsonObject, type Json, type JsonObject } from '../element/json'
import type { Detail, NccoCode } from '../issues/messages'
import { letters, surelyMeant } from '../issues/nearest'

/** A value in an NCCO about which something was found; `undefined` where a key is missing. */
export interface Target {
  readonly holder: JsonObject | Json[]
  readonly key: string
  readonly value: Json | undefined
}

/** What stands instead of a key and its value: nothing, or one or more keys in its place. */
export type Instead = readonly (readonly [key: string, value: Json])[]

/** What to write instead, if that is beyond doubt and means the same. */
type Mend<C extends NccoCode> = (detail: Detail<C>, target: Target) => Instead | undefined

/**
 * How a finding is mended, by its code; what is missing here needs a decision of the author. The details are those of the
 * message, so that what is written is what the remedy says.
 */
export const mends: { readonly [C in NccoCode]?: Mend<C> } = {
  'wrong-type': ({ mistake, values }, { key, value }) => {
    switch (mistake) {
      case 'quoted':
        return typeof value === 'string' ? set(key, unquoted(value)) : undefined
      case 'unquoted':
        // Only then are its digits those that were written.
        return Number.isSafeInteger(value) ? set(key, String(value)) : undefined
      case 'bracketed':
        return set(key, only(value))
      case 'bare':
        // A text with commas may be several.
        return String(value).includes(',') ? undefined : set(key, [value as Json])
      default:
        return set(
          key,
          values?.find((one) => one === only(value)),
        )
    }
  },
  'not-an-array': (_, { key, value }) => {
    // Of objects only an endpoint stands in an array.
    const isEntry = typeof value === 'string' ? value !== '' : isTagged(value)
    return isEntry ? set(key, [value as Json]) : undefined
  },
  'not-one-of': ({ value, values }, { key }) => set(key, surelyMeant(value, values)),
  'default-by-name': () => [],
  clamped: ({ becomes }, { key }) => set(key, becomes),
  'not-e164': (_, { key, value }) => set(key, withoutPlus(value)),
  'caller-id-not-e164': (_, { key, value }) => set(key, withoutPlus(value)),
  'unknown-language': ({ value, codes: [code = '', ...others] }, { key }) => {
    const isSpelling =
      others.length === 0 && value !== undefined && letters(value) === letters(code)
    return isSpelling ? set(key, code) : undefined
  },
  'unknown-action': ({ action, meant }, { key }) =>
    meant?.kind === 'action' ? set(key, surelyMeant(action, [meant.name])) : undefined,
  'unknown-option': ({ given, nearest, owner, voice }, target) => {
    if (voice) return asVoice(voice, target)
    if (nearest === undefined || owner !== undefined) return undefined
    return renamed(surelyMeant(given, [nearest.key]), target)
  },
  'legacy-option': ({ today, voice }, target) => {
    if (voice) return asVoice(voice, target)
    return today.length === 1 ? renamed(today[0], target) : undefined
  },
  'not-an-action': ({ misspelt }, { key, value }) => {
    if (misspelt === undefined || !isJsonObject(value)) return undefined
    const named = Object.entries(value).map(([name, one]) => [
      name === misspelt ? 'action' : name,
      one,
    ])
    return Object.hasOwn(value, 'action') ? undefined : set(key, Object.fromEntries(named))
  },
  'pre-2021-input': (_, { holder, key, value }) => {
    const { type = ['dtmf'], mode, dtmf = {} } = holder as JsonObject
    const isForKeys = Array.isArray(type) && type.includes('dtmf') && mode !== 'asynchronous'
    if (!isForKeys || !isJsonObject(dtmf) || Object.hasOwn(dtmf, key)) return undefined
    return [['dtmf', { ...dtmf, [key]: value as Json }]]
  },
  'input-without-type': (_, { holder, key, value }) => {
    // The first inputs had no type and listened for keys. Nobody documents what they did with settings for speech alone.
    const { dtmf, speech } = holder as JsonObject
    if (value !== undefined || (speech !== undefined && dtmf === undefined)) return undefined
    return set(key, speech === undefined ? ['dtmf'] : ['dtmf', 'speech'])
  },
}

function set(key: string, value: Json | undefined): Instead | undefined {
  return value === undefined ? undefined : [[key, value]]
}

/** The number or the boolean in quotes. */
function unquoted(text: string): Json | undefined {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^\s*-?\d{1,15}(\.\d{1,15})?\s*$/.test(text) ? Number(text) : undefined
}

function only(value: Json | undefined): Json | undefined {
  return Array.isArray(value) && value.length === 1 ? value[0] : undefined
}

function isTagged(value: Json | undefined): boolean {
  return isJsonObject(value) && typeof value.type === 'string'
}

/** A number as it is written abroad, with its country code, as digits. */
function withoutPlus(value: Json | undefined): string | undefined {
  if (typeof value !== 'string' || !/^\+[\d .()-]+$/.test(value)) return undefined
  const digits = value.replace(/\D/g, '')
  // The 0 in brackets is not dialled from abroad.
  return /^[1-9]\d{6,14}$/.test(digits) && !value.includes('(0') ? digits : undefined
}

/** The same value under another name, if that is free. */
function renamed(name: string | undefined, { holder, value }: Target): Instead | undefined {
  return name === undefined || Object.hasOwn(holder, name) ? undefined : set(name, value)
}

/** The options of a voice, if those that stand there already say the same. */
function asVoice(
  { language, style }: { readonly language: string; readonly style: number },
  { holder }: Target,
): Instead | undefined {
  const talk = holder as JsonObject
  const isSame = (talk.language ?? language) === language && (talk.style ?? style) === style
  return isSame
    ? [
        ['language', language],
        ['style', style],
      ]
    : undefined
}
