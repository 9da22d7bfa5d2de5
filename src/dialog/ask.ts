import { makeElement, type NccoNode } from '../element/element'
import { directive } from '../render/directive'
import { Dtmf } from '../vocabulary/dtmf'
import { assertOutsideMenu } from './choice'
import { type Digits, type DigitsOption, toDigits } from './digits'
import { dialogError } from './error'
import { fingerprintOf } from './fingerprint'
import { useKeys } from './keys'
import { pose } from './pose'
import { type Listener, type Result, resultOfNothing, type Stray, type Verdict } from './question'
import { assertProp, assertQuestion } from './question-options'
import type { QuestionProps, QuestionSpeech } from './question-props'
import { requireSession } from './session-context'
import { candidatesIn, listenForSpeech } from './speech'
import type { Heard } from './trail'

/** How an answer was given. */
export interface HowAnswered {
  readonly by: 'keys' | 'speech'
  /** How sure the recogniser was, 0 to 1; `undefined` for keys. */
  readonly confidence: number | undefined
}

/** Props of {@link Ask}. */
export interface AskProps extends QuestionProps {
  /** The name of the question from turn to turn, and of its answer in `useAnswers`. It stands once on the way through a flow. */
  name: string
  /** How many digits: exactly so many; or from `min` to `max`, at most 20, ended by the `terminator`, at `max`, or by silence. */
  digits?: DigitsOption | undefined
  /** Listens for speech, with the settings of the recogniser. Digits that are said must be as many as `digits` says, if it is there; other words are an answer. */
  speech?: boolean | QuestionSpeech | undefined
  /**
   * Judges an answer: `true` takes it, `false` is no match, and anything else is said instead of `noMatch`. It runs when the answer comes, not
   * again at later turns.
   */
  check?: ((value: string) => Verdict | Promise<Verdict>) | undefined
  /** The words that have the answer confirmed. `1` takes it; anything else asks anew, at most twice. */
  confirm?: ((value: string) => NccoNode | Promise<NccoNode>) | undefined
  /** Renders the flow that follows the answer. Absent: the flow goes on after the question. */
  children?: ((value: string, how: HowAnswered) => NccoNode | Promise<NccoNode>) | undefined
}

/**
 * Asks for digits or speech. What follows the answer stands inside it; what follows the question stands after it.
 *
 * @throws NccoError `dialog-not-served`, `dialog-without-secret`, `same-question-name`, `bad-question`, `too-many-digits`, `nothing-to-hear`
 * @example
 * ```tsx
 * <Ask name="pin" digits={4} prompt="Please key in your PIN." noMatch="That was not four digits.">
 *   {(pin) => <Account pin={pin} />}
 * </Ask>
 * ```
 */
export const Ask = /* @__PURE__ */ directive<AskProps>('Ask', (props, walk) => {
  const session = requireSession('<Ask>')
  if (!walk) throw dialogError('dialog-not-served', { name: '<Ask>' })
  assertOutsideMenu('Ask')
  const { name, children } = props
  assertProp(
    typeof name === 'string' && name !== '',
    'Ask',
    'name',
    'a text',
    'Give <Ask> a name, such as name="birthday".',
  )
  assertProp(
    children === undefined || typeof children === 'function',
    'Ask',
    'children',
    'a function of the answer',
    'Write {(answer) => …}, or put what follows after the <Ask>.',
  )
  return pose(
    {
      id: session.namedId(name),
      name,
      props,
      toListener: () => toListener(props),
      strayAfter: (value) => strayAfter(value, props),
      follow: (value, confidence) => () => {
        const how: HowAnswered = {
          by: confidence === undefined ? 'keys' : 'speech',
          confidence: confidence === undefined ? undefined : Number(confidence),
        }
        if (children) walk.put(walk.run(() => children(value, how)))
      },
    },
    walk,
    session,
  )
})

function toListener(props: Readonly<AskProps>): Listener {
  const { speech: option = false, check, confirm } = props
  const digits = props.digits === undefined ? undefined : toDigits(props.digits)
  const speech = option === true ? {} : option || undefined
  if (!digits && !speech) {
    throw dialogError('nothing-to-hear', { name: 'Ask', props: 'digits, speech or both' })
  }
  const globalKeys = Object.keys(useKeys())
  assertQuestion(props, 'Ask', { hasKeys: digits !== undefined, speech })
  const { min, max, terminator } = digits ?? {}
  const heard = ['ask', min, max, terminator, speech && 'speech', ...globalKeys]
  const hasKeys = digits !== undefined || props.repeat !== undefined || globalKeys.length > 0
  return {
    fingerprint: fingerprintOf(heard.join()),
    listensFor: () => [
      hasKeys && listenForDigits(digits, props),
      speech && listenForSpeech(speech, props, speech.context),
    ],
    takesKey: (key) => digits?.min === 1 && /\d/.test(key),
    understand: (heard) => understand(heard, digits, speech),
    check,
    confirm,
  }
}

function strayAfter(value: string, { digits: option }: Readonly<AskProps>): Stray | undefined {
  if (option === undefined) return undefined
  const { max, terminator } = toDigits(option)
  if (value.length !== max) return undefined
  return terminator === undefined ? 'habit' : 'terminator'
}

function listenForDigits(digits: Digits | undefined, { timeOut }: QuestionProps) {
  return makeElement(
    Dtmf,
    {
      maxDigits: digits?.max ?? 1,
      ...(digits?.terminator !== undefined && { submitOnHash: true }),
      ...(timeOut !== undefined && { timeOut: Math.min(10, timeOut) }),
    },
    undefined,
  )
}

function understand(
  heard: Heard,
  digits: Digits | undefined,
  speech: QuestionSpeech | undefined,
): Result {
  const pressed = heard.dtmf?.digits
  if (pressed) return judge(pressed, digits)
  const [said] = speech ? candidatesIn(heard, speech) : []
  if (!said) return resultOfNothing(heard)
  const { text, confidence } = said
  // Recognisers write digits in groups of their own.
  const compact = text.replace(/[\s-]+/g, '')
  if (digits && isDigits(compact)) return judge(compact, digits, confidence)
  return { kind: 'match', value: text, confidence }
}

/** Keys, or digits that were said: an answer if they are as many digits as the question takes. */
function judge(entry: string, digits: Digits | undefined, confidence?: string): Result {
  const isRight =
    digits && isDigits(entry) && entry.length >= digits.min && entry.length <= digits.max
  return isRight ? { kind: 'match', value: entry, confidence } : { kind: 'no-match' }
}

function isDigits(text: string): boolean {
  return /^\d+$/.test(text)
}
