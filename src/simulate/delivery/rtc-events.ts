import { type RunningRecording, sizeOf } from '../audio/recording'
import type { CallHost } from '../call/call-host'
import { partiesOf } from '../leg/parties'
import type { SimulatedLeg } from '../leg/simulated-leg'

/** An RTC event: unlike a webhook of a call, it has its fields in `body`. */
interface RtcEvent {
  readonly type: string
  readonly timestamp: string
  readonly application_id: string
  readonly conversation_id: string
  readonly body: object
}

/** A recording of a leg has ended, and can be downloaded. */
export function recordDone(
  call: CallHost,
  leg: SimulatedLeg,
  applicationId: string,
  recording: RunningRecording,
): RtcEvent {
  const { platform } = call
  return rtcEvent(call, 'audio:record:done', applicationId, {
    recording_id: recording.uuid,
    destination_url: recording.url,
    format: recording.format,
    start_time: platform.timestamp(recording.startedAt),
    end_time: platform.timestamp(recording.endedAt),
    size: sizeOf(recording),
    channel: { id: leg.uuid, ...partiesOf(leg), legs: [{ leg_id: leg.uuid }] },
  })
}

/** A recording of a leg was transcribed. */
export function transcribeDone(
  call: CallHost,
  applicationId: string,
  { uuid }: RunningRecording,
): RtcEvent {
  return rtcEvent(call, 'audio:transcribe:done', applicationId, {
    request_id: uuid,
    recording_id: uuid,
    transcription_url: call.platform.fileUrl(`${uuid}/transcription`),
  })
}

function rtcEvent(
  { platform, home }: CallHost,
  type: string,
  applicationId: string,
  body: object,
): RtcEvent {
  const timestamp = platform.timestamp()
  return { type, timestamp, application_id: applicationId, conversation_id: home.id, body }
}
