import { isJsonObject, type Json } from '../../element/json'
import type { CallHost } from '../call/call-host'
import { type Target, targetOf } from '../delivery/target'
import { recordFields, transcribedFields } from '../delivery/webhook-fields'
import type { Recording, RunningRecording } from './recording'

interface RecordingOptions {
  readonly format: Recording['format']
  readonly channels: number
  /** Where its webhook goes. */
  readonly target: Target
  readonly transcription: Json | undefined
  readonly leg: string | undefined
}

/** Starts a recording of what a leg says and hears, or of a conversation. */
export function startRecording(call: CallHost, options: RecordingOptions): RunningRecording {
  const { format, channels, target, transcription, leg } = options
  const { platform, courier } = call
  const uuid = platform.uuid()
  const recording: RunningRecording = {
    uuid,
    url: `https://api.nexmo.com/v1/files/${uuid}`,
    format,
    channels,
    startedAt: platform.now,
    utterances: [],
    leg,
    end(why) {
      if (recording.endedAt !== undefined) return
      recording.endedAt = platform.now
      call.log({ type: 'recording', recording: uuid, event: 'ended', why })
      courier.send({ kind: 'record', ...target, fields: recordFields(call, recording) })
      if (!isJsonObject(transcription)) return
      courier.send({
        kind: 'transcribed',
        status: 'transcribed',
        ...targetOf(transcription, call.eventTarget),
        fields: transcribedFields(call, recording),
      })
    },
  }
  call.allRecordings.push(recording)
  call.log({ type: 'recording', recording: uuid, event: 'started' })
  return recording
}
