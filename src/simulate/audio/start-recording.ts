import { isJsonObject, type Json } from '../../element/json'
import type { CallHost } from '../call/call-host'
import { type Target, targetOf } from '../delivery/target'
import { recordFields, transcribedFields } from '../delivery/webhook-fields'
import type { SimulatedLeg } from '../leg/simulated-leg'
import type { Recording, RunningRecording } from './recording'

interface RecordingOptions {
  readonly format: Recording['format']
  readonly channels: number
  /** The destination of its webhook. */
  readonly target: Target
  readonly transcription: Json | undefined
  /** The leg whose NCCO asked for it; absent for a conversation. */
  readonly leg: SimulatedLeg | undefined
  /** Id of the conversation, if the application asked for it by REST. */
  readonly conversation?: string | undefined
}

/** Starts a recording of a leg or of a conversation. */
export function startRecording(call: CallHost, options: RecordingOptions): RunningRecording {
  const { format, channels, target, transcription, leg, conversation } = options
  const { platform } = call
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
    isTranscribed: isJsonObject(transcription),
    end(why) {
      if (recording.endedAt !== undefined) return
      recording.endedAt = platform.now
      leg?.recordings.delete(recording)
      call.log({ type: 'recording', recording: uuid, event: 'ended', why })
      call.send({ kind: 'record', ...target, fields: recordFields(call, recording) })
      if (!isJsonObject(transcription)) return
      call.send({
        kind: 'transcribed',
        status: 'transcribed',
        ...targetOf(transcription, call.eventTarget),
        fields: transcribedFields(call, recording),
      })
    },
  }
  call.allRecordings.push(recording)
  leg?.recordings.add(recording)
  call.log({ type: 'recording', recording: uuid, event: 'started' })
  return recording
}
