import { rtcWebhooks, startRecording } from '../audio/start-recording'
import type { CallHost } from '../call/call-host'
import type { SimulatedLeg } from '../leg/simulated-leg'
import { jsonAnswer } from './answer'
import { changeLeg } from './change-leg'
import type { Parameters } from './parameters'
import type { Route } from './route'

/** `POST /v1/legs/{uuid}/recording`: records a leg and those it hears, until the leg ends. */
export const recordLeg: Route = {
  method: 'POST',
  path: /^\/v1\/legs\/([^/]+)\/recording$/,
  hasBody: true,
  answer: (request) =>
    changeLeg(request, ({ call, leg }) => {
      const order = readOrder(request.body)
      return {
        does: 'record leg',
        answer: jsonAnswer({}),
        // Samples ask for it in the answer webhook, and when the leg rings.
        from: 'start',
        run: () => record(call, leg, order, request.side.settings.id),
      }
    }),
}

interface LegOrder {
  readonly format: 'mp3' | 'wav' | 'ogg'
  readonly channels: number
  readonly hasBeep: boolean
  readonly isTranscribed: boolean
}

function readOrder(body: Parameters): LegOrder {
  body.flag('streamed')
  body.flag('public')
  body.whole('validity_time', 1, Number.MAX_SAFE_INTEGER)
  const transcription = body.object('transcription')
  transcription?.text('language')
  transcription?.flag('sentiment_analysis')
  return {
    format: body.word('format', ['mp3', 'wav', 'ogg']) ?? 'mp3',
    channels: body.flag('split') ? 2 : 1,
    hasBeep: body.flag('beep') === true,
    isTranscribed: transcription !== undefined,
  }
}

/** Legs that are recorded because an application asked for it. */
const recorded = new WeakSet<SimulatedLeg>()

const untold = 'No RTC event will tell of the recording, because the application has no rtcUrl.'

function record(call: CallHost, leg: SimulatedLeg, order: LegOrder, applicationId: string): void {
  // Undocumented: the recording that runs goes on. It ends only with the leg.
  if (recorded.has(leg)) return
  recorded.add(leg)
  if (order.hasBeep) call.log({ type: 'note', text: 'A beep is heard.' })
  if (call.application.rtc.url === undefined) call.log({ type: 'note', text: untold })
  const { format, channels, isTranscribed } = order
  startRecording(call, {
    format,
    channels,
    isTranscribed,
    leg,
    webhooks: rtcWebhooks(leg, applicationId),
  })
}
