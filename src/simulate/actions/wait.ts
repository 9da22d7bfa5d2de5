import type { Activity, Begin } from '../call/activity'
import { numberOf } from './action-options'

const shortest = 0.1
const longest = 7200

export const beginWait: Begin = (options, flow) => {
  const seconds = Math.min(Math.max(numberOf(options, 'timeout') ?? 10, shortest), longest)
  const { call, leg } = flow
  call.logAction(leg, 'wait', `waits ${seconds} s`)
  const timer = call.platform.clock.after(seconds, () => flow.finish(waiting))
  const waiting: Activity = {
    state: 'waiting',
    doing: `waits ${seconds} s`,
    // The caller may want to speak or to press a key.
    get isWaiting() {
      return leg.keyListener !== undefined || leg.recordings.size > 0
    },
    stop: () => timer.cancel(),
  }
  return waiting
}
