import type { CallInProgress } from '../simulate/call/call-in-progress'
import { answer, beBusy, disconnect, hangUpLeg } from '../simulate/leg/leg-acts'
import { pressKeys, say, wait } from '../simulate/leg/person'
import type { SimulatedLeg } from '../simulate/leg/simulated-leg'
import { toScript } from '../simulate/script/to-script'

/**
 * Does an act of a map in a call, and goes on until what took it has decided and the call waits for someone again. The acts of a leg are
 * those of the leg that was called last.
 *
 * @returns the same as acts of a script
 */
export async function doAct(call: CallInProgress, act: string): Promise<readonly string[]> {
  const [, ofLeg = '', words = ''] = /^(leg )?(.*)$/s.exec(act) ?? []
  const leg = ofLeg === '' ? call.leg : call.legs.at(-1)
  if (!leg) throw call.error('no-such-leg', { number: 1, count: 0 })
  const prefix = ofLeg === '' ? '' : `leg ${call.legs.length} `
  const [verb = '', what = ''] = /^(press|say) (.*)$/s.exec(words)?.slice(1) ?? []
  const before = leg.flow?.current
  if (verb !== '') {
    await (verb === 'press' ? pressKeys(call, leg, what) : say(call, leg, what))
    const isUndecided = before !== undefined && leg.flow?.current === before
    const isWaited = isUndecided && isCollecting(call, leg)
    if (isWaited) await outwait(call, leg)
    const spoken = toScript([
      verb === 'press' ? { kind: verb, keys: what } : { kind: 'say', text: what },
    ])
    return [prefix + spoken, ...(isWaited ? ['silence'] : [])]
  }
  switch (words) {
    case 'silence':
      await outwait(call, leg)
      return ['silence']
    case 'unanswered':
      await ringOut(call, leg)
      return ['silence']
    case 'answer':
      await answer(call, leg)
      break
    case 'machine':
      await answer(call, leg, { as: 'machine' })
      break
    case 'busy':
      await beBusy(call, leg)
      break
    case 'hang up':
      if (leg.isWebsocket) {
        await disconnect(call, leg)
        return [`${prefix}disconnect`]
      }
      await hangUpLeg(call, leg)
  }
  return [prefix + words]
}

function isCollecting(call: CallInProgress, leg: SimulatedLeg): boolean {
  return leg !== call.leg || call.state === 'listening' || call.state === 'recording'
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
