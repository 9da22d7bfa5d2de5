import type { Recording } from '../audio/recording'
import { recordWebhooks, startRecording } from '../audio/start-recording'
import type { CallInProgress } from '../call/call-in-progress'
import type { Target } from '../delivery/target'
import type { Conversation } from '../leg/conversation'
import { jsonAnswer } from './answer'
import { logRequest, refuseInvalid } from './change-leg'
import type { Parameters } from './parameters'
import { problem } from './problems'
import type { Route } from './route'

const methods = ['GET', 'POST'] as const

/** `PUT /v1/conversations/{id}/record`: starts and stops the recording of a conversation, of a call's own too. */
export const recordConversation: Route = {
  method: 'PUT',
  path: /^\/v1\/conversations\/([^/]+)\/record$/,
  hasBody: true,
  answer(request) {
    const { side, id, body } = request
    const conversation = side.platform.conversations.get(id)
    const call = conversation && side.calls.inConversation(conversation)
    if (!conversation || !call) {
      return problem('not-found', 'There is no such conversation, or it is over.')
    }
    const order = readOrder(body)
    const refusal = refuseInvalid(body)
    const does = order.isStart ? 'record' : 'stop recording'
    const told = refusal ? { status: 400, why: refusal.why } : { status: 200 }
    logRequest(request, call, { does, ...told })
    if (refusal) return refusal.answer
    apply(order, conversation, call)
    return jsonAnswer({})
  },
}

interface RecordingOrder {
  readonly isStart: boolean
  readonly format: Recording['format']
  readonly channels: number
  readonly timeout: number | undefined
  readonly url: string | undefined
  readonly method: Target['method']
  readonly transcription: { eventUrl?: string[]; eventMethod?: Target['method'] } | undefined
}

function readOrder(body: Parameters): RecordingOrder {
  const action = body.require('action') ? body.word('action', ['start', 'stop']) : undefined
  const format = body.word('format', ['mp3', 'wav', 'vorbis']) ?? 'mp3'
  const isSplit = body.word('split', ['conversation']) !== undefined
  body.whole('retention_ttl', 1, 400)
  const transcription = body.object('transcription')
  transcription?.text('language')
  transcription?.flag('sentiment_analysis')
  const url = transcription?.url('event_url')
  return {
    isStart: action === 'start',
    format: format === 'vorbis' ? 'ogg' : format,
    channels: isSplit ? 2 : 1,
    timeout: body.number('timeout', 1, 7200),
    url: body.url('event_url'),
    method: body.word('event_method', methods) ?? 'POST',
    transcription: transcription && {
      ...(url !== undefined && { eventUrl: [url] }),
      eventMethod: transcription.word('event_method', methods) ?? 'POST',
    },
  }
}

function apply(order: RecordingOrder, conversation: Conversation, call: CallInProgress): void {
  if (!order.isStart) return conversation.stopRecording('the application stopped it')
  // Undocumented: the recording that runs goes on.
  if (conversation.recording) return
  const { format, channels, url, method, transcription, timeout } = order
  const target = url === undefined ? call.eventTarget : { url, method }
  const recording = startRecording(call, {
    format,
    channels,
    isTranscribed: transcription !== undefined,
    leg: undefined,
    conversation: conversation.id,
    webhooks: recordWebhooks(target, transcription),
  })
  conversation.recording = recording
  if (timeout === undefined) return
  const timer = call.platform.clock.after(timeout, () => conversation.stopRecording('time is up'))
  const { end } = recording
  recording.end = (why) => {
    timer.cancel()
    end(why)
  }
}
