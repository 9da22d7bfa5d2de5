import type { Call } from '../call/call'
import { simulatorError } from '../errors'
import type { Leg } from '../leg/leg'
import type { Network } from '../platform'
import type { CallAct, LegAct } from './act'

/**
 * Does an act of a script in a call: as soon as the call waits for someone, or at the time that the act has.
 *
 * The acts `dial`, `caller` and `fault` do nothing here: they are for whoever dials, and for its option `faults`.
 *
 * @param platform the platform of the call, whose time passes
 * @throws SimulatorError `no-such-leg`, and what the methods of the call and its legs throw
 * @example
 * ```ts
 * const platform = createPlatform()
 * const call = await dial([{ action: 'input', type: ['dtmf'], dtmf: { maxDigits: 1 } }], { platform })
 * for (const act of parseScript('wait 1; press 1')) await performAct(act, call, platform)
 * call.ended?.reason // 'completed'
 * ```
 */
export async function performAct(act: CallAct, call: Call, platform: CalledNetwork): Promise<void> {
  if (act.kind === 'dial' || act.kind === 'fault') return
  if ('after' in act && act.after !== undefined) await platform.wait(act.after)
  else await passWhile(platform, () => !call.isWaiting && !call.ended)
  if (act.kind === 'caller') return
  switch (act.kind) {
    case 'press':
      return call.press(act.keys)
    case 'say':
      return call.say(act.text)
    case 'hang-up':
      return call.hangUp()
    case 'wait':
      return call.wait(act.seconds)
    case 'silence': {
      // A call that is over cannot be silent: this says so.
      if (call.ended) return call.wait(0)
      await passWhile(platform, () => call.isWaiting)
      return passWhile(platform, () => !call.isWaiting && !call.ended)
    }
    case 'leg':
      return performLegAct(act.does, call.calledLeg(act.leg))
    case 'call': {
      const { calls } = platform
      const other = calls[act.call - 1]
      if (!other) {
        const detail = { number: act.call, count: calls.length }
        throw simulatorError('no-such-call', detail, call.transcript())
      }
      if (act.after === undefined) {
        await passWhile(platform, () => !other.isWaiting && !other.ended)
      }
      return performLegAct(act.does, act.leg === undefined ? other.leg : other.calledLeg(act.leg))
    }
  }
}

/** A network that knows its calls. */
interface CalledNetwork extends Network {
  readonly calls: readonly Call[]
}

async function passWhile(platform: Network, isSo: () => boolean): Promise<void> {
  while (isSo() && platform.next !== undefined) await platform.wait(platform.next - platform.now)
}

async function performLegAct(does: LegAct, leg: Leg): Promise<void> {
  switch (does.kind) {
    case 'answer':
      return leg.answer()
    case 'machine':
      return leg.answer({ as: 'machine', beep: does.beep })
    case 'busy':
      return leg.busy()
    case 'reject':
      return leg.reject()
    case 'unavailable':
      return leg.unavailable()
    case 'fail':
      return leg.fail()
    case 'hang-up':
      return leg.hangUp()
    case 'disconnect':
      return leg.disconnect()
    case 'press':
      return leg.press(does.keys)
    case 'say':
      return leg.say(does.text)
  }
}
