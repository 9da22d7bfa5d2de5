import type { Activity, Begin } from '../call/activity'
import type { ConversationEntry } from '../call/timeline'
import { transferFields } from '../delivery/webhook-fields'
import type { Conversation, Member } from '../leg/conversation'
import { flagOf, textOf, textsOf } from './action-options'

/** Moves all legs of the call's conversation into another one. The NCCO of the other one goes on. */
export const beginTransfer: Begin = (options, flow) => {
  const { call, leg } = flow
  const from = leg.conversation
  const id = textOf(options, 'conversationId') ?? ''
  const target = call.platform.conversations.get(id)
  call.logAction(leg, 'transfer', `moves to ${id}`)
  // Nothing that follows a transfer runs.
  flow.forget()
  if (!from || !target || target === from) {
    call.sendError('The conversation to transfer to does not exist.')
    return undefined
  }
  const log = (moved: Member, event: ConversationEntry['event'], { id, name = id }: Conversation) =>
    call.log({ type: 'conversation', leg: moved.name, event, name, uuid: id })
  const transferred: Activity = {
    state: 'conversation',
    doing: 'is in the conversation it was transferred to',
    isWaiting: true,
    stop() {
      if (leg.conversation) log(leg, 'left', leg.conversation)
      leg.conversation?.leave(leg)
      call.returnHome(leg)
    },
  }
  for (const moved of from.legs) {
    const membership = from.leave(moved)
    target.enter(moved, {
      canHear: textsOf(options, 'canHear'),
      canSpeak: textsOf(options, 'canSpeak'),
      mute: flagOf(options, 'mute'),
      startOnEnter: true,
      endOnExit: false,
      onEnd(ended) {
        if (moved !== leg) return membership?.onEnd(ended)
        log(leg, 'ended', ended)
        flow.finish(transferred)
      },
    })
    call.send({
      kind: 'transfer',
      ...call.eventTarget,
      fields: transferFields(call, moved.uuid, from.id, target.id),
    })
    log(moved, 'entered', target)
  }
  return transferred
}
