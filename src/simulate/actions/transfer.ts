import { textOf, textsOf } from '../action-options'
import type { Activity, Begin } from '../activity'
import { transferFields } from '../webhooks'

/** Moves all legs of the call's conversation into another one, whose NCCO goes on. */
export const beginTransfer: Begin = (options, flow) => {
  const { call, leg } = flow
  const from = leg.conversation
  const id = textOf(options, 'conversationId') ?? ''
  const target = call.platform.conversation(id)
  call.tellAction(leg, 'transfer', `moves to ${id}`)
  // Nothing that follows a transfer runs.
  flow.forget()
  if (!from || !target || target === from) {
    call.tellError('The conversation to transfer to does not exist.')
    return undefined
  }
  const transferred: Activity = {
    state: 'conversation',
    doing: 'is in the conversation it was transferred to',
    isWaiting: true,
    stop() {
      leg.conversation?.leave(leg)
      call.returnHome(leg)
    },
  }
  for (const moved of from.legs) {
    const membership = from.leave(moved)
    target.enter(moved, {
      canHear: textsOf(options, 'canHear'),
      canSpeak: textsOf(options, 'canSpeak'),
      mute: options.mute === true,
      startOnEnter: true,
      endOnExit: false,
      onEnd: () => (moved === leg ? flow.finish(transferred) : membership?.onEnd()),
    })
    call.courier.tell({
      kind: 'transfer',
      ...call.eventTarget,
      fields: transferFields(call, moved.uuid, from.id, target.id),
    })
    const { name = id } = target
    call.tell({ type: 'conversation', leg: moved.name, event: 'entered', name, uuid: id })
  }
  return transferred
}
