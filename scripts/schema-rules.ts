import { has, hold, is, not, refuse, type Schema, when } from './json-schema'

// Not derived from the rules in src/vocabulary, on purpose: a test holds the two against each other.

/** `canSpeak` says who hears a leg, and `mute` is not supported beside it. */
const whoHears = when(has('canSpeak'), hold('mute', { const: false }))

/**
 * The options that an object must have or must not have because of others, by the name of the object. Errors only: an object whose rules
 * between options only warn has an empty list.
 */
export const rulesBetweenOptions: Readonly<Record<string, readonly Schema[]>> = {
  advancedMachineDetection: [],
  record: [when(not(is('split', 'conversation')), refuse('channels'))],
  conversation: [when(not(is('record', true)), refuse('transcription')), whoHears],
  transfer: [whoHears],
  connect: [when(has('from'), hold('randomFromNumber', { const: false }))],
  talk: [spokenText()],
  input: [
    { ...has('type'), ...hold('type', { type: 'array', minItems: 1 }) },
    when(isWithout('type', 'dtmf'), refuse('dtmf')),
    when(isWithout('type', 'speech'), refuse('speech')),
    // Every setting by itself, so that the editor marks each.
    when(is('mode', 'asynchronous'), hold('dtmf', { type: 'object', additionalProperties: false })),
  ],
  speech: [],
  sip: [
    when({ anyOf: [has('user'), has('domain')] }, refuse('uri')),
    when(not(has('uri')), has('domain')),
  ],
  authorization: [
    when(is('type', 'custom'), {
      ...has('value'),
      ...hold('value', { type: 'string', minLength: 1 }),
    }),
  ],
}

/** A text is plain, without a tag, or one SSML element; either has at most 1500 characters, tags not counted. */
function spokenText(): Schema {
  const most = 1500
  const speak = '^\\s*<[sS][pP][eE][aA][kK]'
  const anyTag = '</?[a-zA-Z][^<>]*>'
  // Each alternative starts with other characters, so that a validator does not backtrack over a long text.
  const silent = `(?:<!--(?:[^-]|-(?!->))*-->|<(?!!)(?:[^"'<>]|"[^"]*"|'[^']*')*>)*`
  const character = '(?:&[^;&<]*;|[^<&])'
  const plain = {
    maxLength: most,
    not: { type: 'string', anyOf: [{ pattern: speak }, { pattern: anyTag }] },
  }
  const ssml = when(not({ type: 'string', pattern: '<!\\[CDATA\\[' }), {
    pattern: `^(?:${silent}${character}){0,${most}}${silent}$`,
  })
  const isSsml = { pattern: `${speak}[\\s>/]` }
  return hold('text', { type: 'string', ...when(isSsml, ssml), else: plain })
}

/** The option is a list with entries, and this is not one of them. */
function isWithout(key: string, entry: string): Schema {
  const list = { type: 'array', minItems: 1, not: { contains: { const: entry } } }
  return { ...has(key), ...hold(key, list) }
}
