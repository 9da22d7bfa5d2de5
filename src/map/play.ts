import type { Call } from '../simulate/call/call'
import type { CallInProgress } from '../simulate/call/call-in-progress'
import { callBehind } from '../simulate/call/view'
import {
  answer,
  beBusy,
  beUnavailable,
  disconnect,
  fail,
  hangUpLeg,
  reject,
} from '../simulate/leg/leg-acts'
import { hangUp, pressKeys, say, wait } from '../simulate/leg/person'
import type { SimulatedLeg } from '../simulate/leg/simulated-leg'

type Act = (call: CallInProgress, leg: SimulatedLeg, what: string) => Promise<void>

/** Acts of the caller, or of a leg that was called. */
const acts: Readonly<Record<string, Act>> = {
  press: (call, leg, keys) => untilDecided(call, leg, () => pressKeys(call, leg, keys)),
  say: (call, leg, text) => untilDecided(call, leg, () => say(call, leg, text)),
  silence: (call, leg) => outwait(call, leg),
  wait: (call, _, seconds) => wait(call, Number(seconds)),
  'hang up': (call, leg) => (leg === call.leg ? hangUp(call) : leave(call, leg)),
  answer: (call, leg) => answer(call, leg),
  machine: (call, leg) => answer(call, leg, { as: 'machine' }),
  busy: beBusy,
  reject: (call, leg) => reject(call, leg),
  unavailable: beUnavailable,
  fail: (call, leg) => fail(call, leg),
  disconnect,
  unanswered: ringOut,
}

const form =
  /^(?:leg(?: (\d+))? )?(?:(press) ([\d*#]+)|(say) (.+)|(wait) (\d+(?:\.\d+)?)|(silence|hang up|answer|machine|busy|reject|unavailable|fail|disconnect|unanswered))$/s

/**
 * Does the acts of a script in a call, one after another: those of a finding of {@link explore}, or your own. Each goes on until the
 * call waits for someone again.
 *
 * The acts are `press 1`, `say sales`, `silence` (until what listens gives up), `wait 3` (seconds) and `hang up`; and of the leg that was
 * called last `leg answer`, `leg machine`, `leg busy`, `leg unanswered` (it rings until the platform gives up), `leg reject`, `leg
 * unavailable`, `leg fail`, `leg disconnect`, `leg hang up`, `leg press 1` and `leg say hello`. `leg 1 answer` names a leg by its number.
 *
 * @param script the acts in a list, or in a text with a semicolon between them
 * @throws SimulatorError `no-such-act`, and what the methods of the call throw
 * @example
 * ```ts
 * const [finding] = (await explore(app)).findings
 * const call = await dial(app)
 * await play(call, finding?.script ?? 'press 1; silence')
 * console.log(call.transcript())
 * ```
 */
export async function play(call: Call, script: string | readonly string[]): Promise<void> {
  const whole = typeof script === 'string' ? script.split(';') : script
  for (const act of whole) {
    const text = String(act).trim()
    if (text !== '') await doAct(callBehind(call), text)
  }
}

/** Does one act. */
export async function doAct(call: CallInProgress, text: string): Promise<void> {
  const found = form.exec(text)
  if (!found) throw call.error('no-such-act', { act: text })
  const [, number, ...rest] = found
  const [name = '', what = ''] = rest.filter((part) => part !== undefined)
  const leg = text.startsWith('leg ') ? legOf(call, number) : call.leg
  if (!leg) throw call.error('no-such-act', { act: text, legs: call.legs.length })
  await acts[name]?.(call, leg, what)
}

/** The leg of this number, from 1, or the one that was called last. */
function legOf(call: CallInProgress, number: string | undefined): SimulatedLeg | undefined {
  return number === undefined ? call.legs.at(-1) : call.legs[Number(number) - 1]
}

/** Acts, then is silent until what took it has decided. */
async function untilDecided(
  call: CallInProgress,
  leg: SimulatedLeg,
  act: () => Promise<void>,
): Promise<void> {
  const before = leg.flow?.current
  await act()
  const { state } = call
  const isListening = leg !== call.leg || state === 'listening' || state === 'recording'
  if (before && isListening && leg.flow?.current === before) await outwait(call, leg)
}

/** Is silent until the action that holds the flow of the leg is over. Returns also if nothing more will happen. */
export async function outwait(call: CallInProgress, leg: SimulatedLeg): Promise<void> {
  const current = leg.flow?.current
  while (current && !call.ended && leg.flow?.current === current) {
    if (!(await waitForNext(call))) return
  }
}

async function ringOut(call: CallInProgress, leg: SimulatedLeg): Promise<void> {
  while (!call.ended && leg.status === 'ringing') {
    if (!(await waitForNext(call))) return
  }
}

/** Waits until something happens; `false` if nothing will. */
async function waitForNext(call: CallInProgress): Promise<boolean> {
  const { next, now } = call.platform
  if (next === undefined) return false
  await wait(call, Math.max(0, next - now))
  return true
}

function leave(call: CallInProgress, leg: SimulatedLeg): Promise<void> {
  const isWebsocket = leg.endpoint.type === 'websocket'
  return isWebsocket ? disconnect(call, leg) : hangUpLeg(call, leg)
}
