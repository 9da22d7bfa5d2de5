import { isJsonObject, type Json } from '../../element/json'
import type { CallHost } from '../call/call-host'
import { callOf } from '../call/call-of-leg'
import { recordDone, transcribeDone } from '../delivery/rtc-events'
import { type Target, targetOf } from '../delivery/target'
import type { PendingWebhook } from '../delivery/webhook'
import { recordFields, transcribedFields } from '../delivery/webhook-fields'
import type { SimulatedLeg } from '../leg/simulated-leg'
import type { Recording, RunningRecording } from './recording'

interface RecordingOptions {
  readonly format: Recording['format']
  readonly channels: number
  readonly isTranscribed: boolean
  /** The leg that is recorded; absent for a conversation. */
  readonly leg: SimulatedLeg | undefined
  /** Id of the conversation, if the application asked for it by REST. */
  readonly conversation?: string | undefined
  /** Makes the webhooks of its end, which the call sends that the leg is in by then. */
  readonly webhooks: (call: CallHost, recording: RunningRecording) => PendingWebhook[]
}

/** Starts a recording of a leg or of a conversation. */
export function startRecording(
  startedIn: CallHost,
  { format, channels, isTranscribed, leg, conversation, webhooks }: RecordingOptions,
): RunningRecording {
  const { platform } = startedIn
  const uuid = platform.uuid()
  const recording: RunningRecording = {
    uuid,
    url: platform.fileUrl(uuid),
    format,
    channels,
    startedAt: platform.now,
    utterances: [],
    leg: leg?.uuid,
    conversation,
    isTranscribed,
    end(why) {
      if (recording.endedAt !== undefined) return
      recording.endedAt = platform.now
      leg?.recordings.delete(recording)
      // A transfer may have given the leg a call of its own.
      const call = leg ? callOf(leg) : startedIn
      call.log({ type: 'recording', recording: uuid, event: 'ended', why })
      for (const webhook of webhooks(call, recording)) call.send(webhook)
    },
  }
  startedIn.allRecordings.push(recording)
  leg?.recordings.add(recording)
  startedIn.log({ type: 'recording', recording: uuid, event: 'started' })
  return recording
}

/** The webhooks of a recording that an action asked for, or a request about a conversation. */
export function recordWebhooks(
  target: Target,
  transcription: Json | undefined,
): RecordingOptions['webhooks'] {
  return (call, recording) => {
    const record = { kind: 'record', ...target, fields: recordFields(call, recording) } as const
    if (!isJsonObject(transcription)) return [record]
    const transcribed = {
      kind: 'transcribed',
      status: 'transcribed',
      ...targetOf(transcription, call.eventTarget),
      fields: transcribedFields(call, recording),
    } as const
    return [record, transcribed]
  }
}

/** The RTC events of a recording that an application asked for by REST. */
export function rtcWebhooks(
  leg: SimulatedLeg,
  applicationId: string,
): RecordingOptions['webhooks'] {
  return (call, recording) => {
    const rtc = { kind: 'rtc', ...call.application.rtc } as const
    return [
      { ...rtc, fields: recordDone(call, leg, applicationId, recording) },
      ...(recording.isTranscribed
        ? [{ ...rtc, fields: transcribeDone(call, applicationId, recording) }]
        : []),
    ]
  }
}
