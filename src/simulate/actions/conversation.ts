import { isJsonObject, type JsonObject } from '../../element/json'
import { recordWebhooks, startRecording } from '../audio/start-recording'
import type { Activity, Begin, Flow } from '../call/activity'
import { targetOf } from '../delivery/target'
import { transferFields } from '../delivery/webhook-fields'
import { flagOf, textOf, textsOf } from './action-options'

/** Puts the leg into a named conversation until it leaves, or until the conversation ends. */
export const beginConversation: Begin = (options, flow) => {
  const { call, leg } = flow
  const name = textOf(options, 'name') ?? ''
  const room = call.platform.conversations.named(name)
  const log = (event: 'entered' | 'started' | 'left' | 'ended') =>
    call.log({ type: 'conversation', leg: leg.name, event, name, uuid: room.id })
  const inRoom: Activity = {
    state: 'conversation',
    get doing() {
      return room.hasStarted ? `is in conversation ${name}` : `waits for ${name} to start`
    },
    isWaiting: true,
    stop() {
      log('left')
      leg.player.stop()
      room.leave(leg)
      call.returnHome(leg)
    },
  }
  leg.conversation?.leave(leg)
  call.send({
    kind: 'transfer',
    ...call.eventTarget,
    fields: transferFields(call, leg.uuid, call.home.id, room.id),
  })
  log('entered')
  room.enter(leg, {
    canHear: textsOf(options, 'canHear'),
    canSpeak: textsOf(options, 'canSpeak'),
    mute: flagOf(options, 'mute'),
    startOnEnter: flagOf(options, 'startOnEnter') !== false,
    endOnExit: flagOf(options, 'endOnExit') === true,
    onStart() {
      log('started')
      leg.player.stop()
      record(options, flow)
    },
    onEnd() {
      log('ended')
      leg.player.stop()
      call.returnHome(leg)
      flow.finish(inRoom)
    },
  })
  if (room.hasStarted) record(options, flow)
  else playMusic(options, flow)
  return inRoom
}

/** Plays music while the conversation waits to start. */
function playMusic(options: JsonObject, { call, leg }: Flow): void {
  const [url] = textsOf(options, 'musicOnHoldUrl') ?? []
  if (url === undefined) return
  const seconds = call.platform.streamSeconds(url)
  leg.player.play({ text: url, isAudio: true, seconds, loop: 0 })
}

/** Records the conversation, for the first leg that asks for it. */
function record(options: JsonObject, { call, leg }: Flow): void {
  const room = leg.conversation
  if (flagOf(options, 'record') !== true || !room || room.recording) return
  room.recording = startRecording(call, {
    format: 'mp3',
    channels: 1,
    isTranscribed: isJsonObject(options.transcription),
    leg: undefined,
    webhooks: recordWebhooks(targetOf(options, call.eventTarget), options.transcription),
  })
}
