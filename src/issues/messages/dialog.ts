import { error, warning } from '../message'
import { choice, clipped, short } from '../words'

/** A prop of a question with a value that it does not take. */
interface QuestionFault {
  readonly name: string
  readonly prop: string
  readonly expected: string
  /** Absent: to change the prop. */
  readonly instead?: string | undefined
}

/** A value in opening hours that is not what it should be. */
interface ScheduleFault {
  readonly prop: string
  readonly value: string
  readonly expected: string
  readonly example: string
}

/** Findings about dialogs. Only from TSX. */
export const dialogMessages = {
  /**
   * A question needs an app that serves the flow, because the caller's answer comes back as a webhook. `render` has no such app.
   * @rule dialog
   */
  'dialog-not-served': error(({ name }: { name: string }) => [
    `${name} needs an app that serves the flow: the caller's answer comes back as a webhook, and nothing here receives it.`,
    'Serve the flow with createVoiceApp of ncco-jsx/serve, or call it with dial of ncco-jsx/simulate.',
  ]),
  /**
   * `onError` returns an apology for a flow that failed. An answer would have no flow to go on in.
   * @rule dialog
   */
  'dialog-in-on-error': error(({ name }: { name: string }) => [
    `${name} cannot stand in what onError returns: an answer would have no flow to go on in.`,
    'Say what has to be said and connect or end the call; ask in the flow itself or in the fallback.',
  ]),
  /**
   * The caller's answers so far travel in the link of each question, sealed with the secret of the app.
   * @rule dialog
   */
  'dialog-without-secret': error(({ name }: { name: string }) => [
    `${name} needs an app with a secret: the caller's answers travel sealed in the link of the question.`,
    'Give createVoiceApp a secret of at least 32 characters, beside its answer: secret: process.env.LINK_SECRET.',
  ]),
  /**
   * A question takes a value that the platform or the dialog cannot use.
   * @rule dialog
   */
  'bad-question': error(({ name, prop, expected, instead }: QuestionFault) => [
    `The ${prop} of <${name}> must be ${expected}.`,
    instead ?? `Correct ${prop}, or leave it out.`,
  ]),
  /**
   * The platform collects at most 20 keys in one input.
   * @rule dialog
   */
  'too-many-digits': error(({ digits }: { digits: number }) => [
    `<Ask> wants up to ${digits} digits, and the platform collects at most 20 in one input.`,
    'Ask for them in parts, each an <Ask> of its own: the first half, then the second.',
  ]),
  /**
   * A question that listens for neither keys nor speech has no answer.
   * @rule dialog
   */
  'nothing-to-hear': error(({ name, props }: { name: string; props: string }) => [
    `<${name}> listens for nothing.`,
    `Give it ${props}.`,
  ]),
  /**
   * A question is known by its name from turn to turn, so a name stands once on the way through a flow.
   * @rule dialog
   */
  'same-question-name': error(({ name }: { name: string }) => [
    `Two questions on one way through the flow have the name ${short(name)}, so an answer could belong to either.`,
    "Give each its own name, in a loop with its index: name={'child-' + index}.",
  ]),
  /**
   * The answer must lead to one choice.
   * @rule dialog
   */
  'same-choice': error(({ what, value }: { what: string; value: string }) => [
    `Two <Choice> of one <Menu> have the ${what} ${short(value)}, so an answer could mean either.`,
    `Give each <Choice> its own ${what}.`,
  ]),
  /**
   * A menu offers its choices; without one, no answer fits.
   * @rule dialog
   */
  'menu-without-choices': error(() => [
    '<Menu> has no <Choice>, so no answer would fit.',
    'Put at least one <Choice digit="1"> inside.',
  ]),
  /**
   * Inside a menu stand its choices. What is said before the answer is its prompt, and what follows an answer stands in a choice.
   * @rule dialog
   */
  'not-a-choice': error(({ found }: { found: string }) => [
    `${found} stands in a <Menu> outside its choices.`,
    'Put it into a <Choice>, into the prompt of the <Menu>, or before or after the <Menu>.',
  ]),
  /**
   * `StartOver` ran twice without an answer in between, so the flow would begin again for ever.
   * @rule dialog
   */
  'start-over-again': error(() => [
    '<StartOver> was met again right after it began the flow anew, so the flow would never go on.',
    'Put it where only an answer leads: into a <Choice>, into <Keys>, or into what follows an <Ask>.',
  ]),
  /**
   * The result of `once` travels in the link of the next question as JSON.
   * @rule dialog
   */
  'once-not-json': error(({ name, found }: { name: string; found: string }) => [
    `The work of once(${short(name)}) returned ${found}, which JSON cannot hold.`,
    'Return plain JSON, such as an id, and look up the rest where it is needed.',
  ]),
  /**
   * Opening hours name an IANA time zone, days, dates and times of day.
   * @rule dialog
   */
  'bad-opening-hours': error(({ prop, value, expected, example }: ScheduleFault) => [
    `The prop ${prop} of <OpeningHours> holds ${short(value)}, which is not ${expected}.`,
    `Write ${example}.`,
  ]),
  /**
   * Between two turns of a call the flow changed: by a deployment, or because it depends on something that varies. The call goes on with the answers that still fit, and the first question that differs is asked anew.
   * @rule dialog
   */
  'flow-changed': warning(({ what }: { what: string }) => [
    `${what}, so the flow changed in the middle of the call.`,
    'After a deployment nothing has to be done. Else put what varies into once(…), so that each turn renders the same flow.',
  ]),
  /**
   * The flow changed three times within one call, so it depends on something that varies from turn to turn.
   * @rule dialog
   */
  'flow-keeps-changing': error(({ name }: { name: string | undefined }) => [
    `The flow rendered differently in three turns of one call${name === undefined ? '' : `, last at <${clipped(name)}>`}.`,
    `Render the same questions at every turn: put what varies, such as ${choice(['a random number', 'the clock', 'a database'])}, into once(…).`,
  ]),
}
