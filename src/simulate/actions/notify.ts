import type { Activity, Begin } from '../call/activity'
import { targetOf } from '../delivery/target'
import { notifyFields } from '../delivery/webhook-fields'
import { objectOf } from './action-options'

export const beginNotify: Begin = (options, flow) => {
  const { call, leg } = flow
  const asking: Activity = {
    state: 'asking',
    doing: 'waits for the answer to a notify webhook',
    isWaiting: false,
    stop: () => {},
  }
  call.logAction(leg, 'notify', 'tells where the flow is')
  call.ask(
    {
      kind: 'notify',
      ...targetOf(options, call.eventTarget),
      fields: notifyFields(call, objectOf(options, 'payload') ?? {}),
    },
    (result) => flow.take(result, asking),
  )
  return asking
}
