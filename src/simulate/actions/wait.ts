import type { Activity, Begin } from '../activity'
import { numberOf } from '../options'

const shortest = 0.1
const longest = 7200

export const beginWait: Begin = (options, flow) => {
  const seconds = Math.min(Math.max(numberOf(options, 'timeout') ?? 10, shortest), longest)
  flow.call.tellAction(flow.leg, 'wait', `waits ${seconds} s`)
  const timer = flow.call.platform.clock.after(seconds, () => flow.finish(waiting))
  const waiting: Activity = {
    state: 'waiting',
    doing: `waits ${seconds} s`,
    isWaiting: false,
    stop: () => timer.cancel(),
  }
  return waiting
}
