import { nccoError as error, nccoWarning as warning } from '../ncco-message'
import {
  enumerated,
  type Named,
  type NamedOption,
  option,
  quoted,
  short,
  shownPointer,
  type Words,
} from '../words'

/** Findings about the shape of an NCCO and the names in it. */
export const shapeMessages = {
  /**
   * An NCCO is a JSON array. Anything else is a syntax error to the platform, which then disconnects the call.
   * @rule R-82
   * @platform refused: "Syntax error in NCCO" (Vonage/vonage-node-sdk#841, #853); R-82
   */
  'not-an-ncco': error('refused', ({ found, body }: { found: string; body?: RestBody }) => [
    `An NCCO is an array of actions, but this is ${found}.`,
    found === 'a string'
      ? 'Check the value, not its JSON text: JSON.parse(text).'
      : body
        ? ofRestBody[body]
        : 'Write an array: [{ "action": "talk", "text": "Hello" }].',
  ]),
  /**
   * An empty NCCO leaves nothing to run: as the answer to a call it ends the call at once.
   * @rule R-85
   * @platform unknown
   */
  'empty-ncco': warning('unknown', () => [
    'The NCCO is empty: as the answer to a call it ends the call at once.',
    'Put an action in it; to let a running flow go on, answer the webhook with an empty body.',
  ]),
  /**
   * Every entry of an NCCO is an object whose `action` is a string.
   * @rule R-82
   * @platform refused: "Syntax error in NCCO" (Vonage/vonage-node-sdk#841, #853); R-82
   */
  'not-an-action': error(
    'refused',
    ({
      found,
      misspelt,
      body,
    }: {
      found: string
      /** The key that was probably meant to be "action". */
      misspelt?: string | undefined
      body?: RestBody | undefined
    }) => [
      `An action is an object with a string "action", but this is ${found}.`,
      misspelt
        ? `Write "action" instead of ${short(misspelt)}.`
        : body
          ? ofRestBody[body]
          : 'Write an object such as { "action": "talk", "text": "Hello" }.',
    ],
  ),
  /**
   * The platform rejects the whole NCCO when it does not know an action.
   * @rule R-82
   * @platform refused: "Syntax error in NCCO" (Vonage/vonage-node-sdk#841, #853); R-82
   */
  'unknown-action': error(
    'refused',
    ({ action, meant, known }: { action: string; meant?: MeantAction; known: string[] }) => [
      `${short(action)} is not an action of the NCCO reference.`,
      meant === undefined ? `Write ${quoted(known)}.` : remedyOfAction(action, meant),
    ],
  ),
  /**
   * `pay` was withdrawn from the Voice API in 2023 and is no longer in the reference.
   * @rule R-88
   * @platform unknown: the PHP SDK 4.14 says that it is being removed from the API
   */
  'retired-action': error('unknown', ({ action }: { action: string }) => [
    `The action "${action}" was withdrawn in 2023: the platform no longer knows it.`,
    'Collect what you need with input and take the payment in your own application, or connect the caller to a payment service.',
  ]),
  /**
   * An NCCO is JSON: no functions, symbols, bigints, NaN, class instances, cycles, getters that throw, nesting deeper than 500 levels, or more than 1,000,000 values.
   * @rule the shape of an NCCO
   * @platform unknown
   */
  'not-json': error('unknown', ({ found, path }: { found: string; path: string }, words) => [
    `JSON cannot hold ${found}${words.either(path && `, which stands at ${shownPointer(path)}`, '')}.`,
    'Write a string, a finite number, a boolean, null, an array or a plain object.',
  ]),
  /**
   * The reference lists every option of every object. What is not listed is ignored at best: a misspelt option is one that is lost.
   * @rule the shape of an NCCO
   * @platform tolerated: the option is ignored (Vonage/vonage-python-sdk#292)
   */
  'unknown-option': error('tolerated', (d: UnknownOption, words) => [
    `${words.object(d.object)} has no option ${short(d.given)}.`,
    mendUnknown(d, words),
  ]),
  /**
   * Up to 2021 the keypad settings stood on the input action itself; they now stand in its `dtmf` object.
   * @rule R-38
   * @platform tolerated: public apps send the old form in production
   */
  'pre-2021-input': error('tolerated', ({ given }: { given: NamedOption }, words) => [
    `${words.name(given)} on ${words.either('<Input>', 'the input action')} is the old form, from before 2021.`,
    words.either(
      `Put it on <Dtmf>: <Input><Dtmf ${given.prop}={…} /></Input>.`,
      `Put it into the keypad settings: "dtmf": { ${words.name(given)}: … }.`,
    ),
  ]),
  /**
   * An older option or spelling that the platform still understands: `voiceName` or `ringback`. The table below says which language and style each voice has today.
   * @rule R-77, R-88
   * @platform tolerated: the OpenAPI description has voiceName, marked as deprecated
   */
  'legacy-option': warning(
    'tolerated',
    (d: { object: Named; given: NamedOption; today: readonly string[]; voice?: Voice }, words) => [
      `${words.option(d.object, d.given)} is outdated and may stop working.`,
      writeToday(d, words),
    ],
  ),
  /**
   * The option is in no reference, but it is seen in samples or SDKs, and the platform may read it.
   * @rule the shape of an NCCO
   * @platform unknown
   */
  'undocumented-option': warning('unknown', (d: { object: Named; given: NamedOption }, words) => [
    `${words.option(d.object, d.given)} is in no reference; it is only seen in samples or SDKs.`,
    `Remove ${words.name(d.given)}, or keep it if Vonage told you so.`,
  ]),
  /**
   * The reference marks the option as required.
   * @rule R-31, R-65, R-73, R-77, R-80, R-81
   * @platform refused: seen for behavior of machine detection (Vonage/vonage-php-sdk-core#411), inferred for the rest, which the reference requires
   */
  'missing-option': error('refused', (d: { object: Named; missing: NamedOption }, words) => [
    `${words.option(d.object, d.missing)} is required, but missing.`,
    words.either(
      `Write it in the tag: <${d.object.component} ${d.missing.prop}=…>.`,
      `Add ${words.name(d.missing)}: ….`,
    ),
  ]),
  /**
   * The object lacks a part that TSX writes as a child: the endpoint of a connect, the text of a talk.
   * @rule R-29, R-60
   * @platform refused: inferred, because the reference requires it
   */
  'missing-content': error(
    'refused',
    (
      d: { object: Named; missing: NamedOption; tsx: string; sample: string | undefined },
      words,
    ) => [
      `${words.object(d.object)} has no ${d.missing.key}.`,
      words.either(
        `Put ${d.tsx} inside it${d.sample ? `, such as ${d.sample}` : ''}.`,
        `Add ${words.name(d.missing)}.`,
      ),
    ],
  ),
}

/** The body of a request to the REST API, by what it asks for. */
export type RestBody = 'call' | 'transfer' | 'change'

const ofRestBody: Readonly<Record<RestBody, string>> = {
  call: 'This is the body of a call request: check the array under its "ncco", in a shell with: jq .ncco call.json | npx ncco-jsx check',
  transfer:
    'This is the body of a REST request that transfers a call: the NCCO is the array in its "destination", under "ncco".',
  change:
    'This is the body of a REST request that changes a call: send it to the REST API, not as an NCCO.',
}

/** What the name of an unknown action was probably meant to be. */
export type MeantAction =
  | { readonly kind: 'action'; readonly name: string }
  /** The end of the call, for which there is no action. */
  | { readonly kind: 'end' }
  /** An object inside an action. */
  | { readonly kind: 'part' | 'endpoint'; readonly owner: string }

function remedyOfAction(action: string, meant: MeantAction): string {
  switch (meant.kind) {
    case 'action':
      return `Write ${quoted([meant.name])}.`
    case 'end':
      return 'Leave it out: the call ends after the last action.'
    case 'endpoint':
      return `It is an endpoint: write { "action": "${meant.owner}", "endpoint": [{ "type": "${action}", … }] }.`
    case 'part':
      return `It is a part of ${meant.owner}: write "${action}" as an option there.`
  }
}

/** A name that an object does not have, with what is known of what was meant. */
export interface UnknownOption {
  readonly object: Named
  readonly given: string
  readonly nearest?: NamedOption | undefined
  /** The object that has it, where it is another. */
  readonly owner?: Named | undefined
  /** The actions that have an option of this name, where nothing nearer is known. */
  readonly elsewhere?: readonly Named[] | undefined
  /** The options that are written today instead of the old one that was meant. */
  readonly today?: readonly string[] | undefined
  /** The voice that had the name in the old option. */
  readonly voice?: Voice
  /** The remedy, if the name of another option does not help. */
  readonly instead?: string | undefined
}

function mendUnknown(
  { instead, today, voice, nearest, owner, elsewhere }: UnknownOption,
  words: Words,
): string {
  if (instead !== undefined) return instead
  if (today) return writeToday({ today, voice }, words)
  if (owner && nearest) {
    return `It belongs to ${words.object(owner)}: write ${words.option(owner, nearest)}.`
  }
  if (nearest) return `Write ${words.name(nearest)} instead.`
  if (elsewhere && elsewhere.length > 0) {
    const names = elsewhere.map((object) => words.object(object))
    return `It is an option of ${enumerated(names)}: remove it here.`
  }
  return words.either(
    'Remove it, or pass it on as it is with unchecked={{…}}.',
    'Remove it; the NCCO reference lists the options of each object.',
  )
}

/** The language and the style that say which voice speaks. */
export interface Voice {
  readonly language: string
  readonly style: number
}

function writeToday(
  { today, voice }: { today: readonly string[]; voice?: Voice | undefined },
  words: Words,
): string {
  if (voice) {
    const { language, style } = voice
    return `Write ${words.setting(option('language'), language)} and ${words.setting(option('style'), style)}.`
  }
  const written = today.map((name) => words.name(option(name))).join(' and ')
  // One option became several: a table gives the new values for each name.
  return `Write ${written}${today.length > 1 ? ', from the table at docs/errors.md#legacy-option' : ''}.`
}
