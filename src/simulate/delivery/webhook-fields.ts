import type { JsonObject } from '../../element/json'
import type {
  AnswerWebhook,
  ErrorWebhook,
  InputWebhook,
  NotifyWebhook,
  RecordWebhook,
  TranscribedWebhook,
  TransferWebhook,
} from '../../serve/webhooks'
import { type RunningRecording, sizeOf } from '../audio/recording'
import type { CallHost } from '../call/call-host'
import type { SimulatedLeg } from '../leg/simulated-leg'

export function answerFields(
  { home, platform }: CallHost,
  { uuid, endpoint, description: { from, to } }: SimulatedLeg,
  more: Readonly<Record<string, unknown>> = {},
): AnswerWebhook {
  return {
    ...(from !== undefined && { from }),
    ...more,
    to,
    endpoint_type: endpoint.type,
    uuid,
    conversation_uuid: home.id,
    region_url: platform.regionUrl,
  }
}

/** The fields of an event of a leg. */
export function eventFields(
  { platform, home }: CallHost,
  leg: SimulatedLeg,
  status: string,
  more: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const { from, to, direction } = leg.description
  const { headers } = leg.endpoint
  return {
    ...(headers !== undefined && { headers }),
    ...(from !== undefined && { from }),
    to,
    uuid: leg.uuid,
    conversation_uuid: home.id,
    status,
    direction,
    timestamp: platform.timestamp(),
    ...more,
  }
}

export const answeredFields = { start_time: null, rate: null, network: null }

export function completedFields(
  { platform }: CallHost,
  leg: SimulatedLeg,
  by: 'platform' | 'user',
): Readonly<Record<string, unknown>> {
  const end = leg.endedAt ?? platform.now
  const start = leg.answeredAt ?? end
  return {
    start_time: leg.answeredAt === undefined ? null : platform.timestamp(start),
    end_time: platform.timestamp(end),
    duration: String(Math.ceil(end - start)),
    rate: '0.00000000',
    price: '0.00000000',
    network: leg.endpoint.type === 'phone' ? 'GB-FIXED' : '',
    disconnected_by: by,
  }
}

/** The fields of a verdict of machine detection: the leg is in `call_uuid`. */
export function detectionFields(
  call: CallHost,
  leg: SimulatedLeg,
  status: 'human' | 'machine',
  beep?: 'beep_start' | 'beep_timeout',
): Readonly<Record<string, unknown>> {
  const { uuid, direction, ...fields } = eventFields(call, leg, status)
  return { ...fields, call_uuid: uuid, ...(beep && { sub_state: beep }) }
}

export function inputFields(
  { platform, home }: CallHost,
  { uuid, description: { from, to } }: SimulatedLeg,
  result: Pick<InputWebhook, 'dtmf' | 'speech'>,
): InputWebhook {
  return {
    ...result,
    ...(from !== undefined && { from }),
    to,
    uuid,
    conversation_uuid: home.id,
    timestamp: platform.timestamp(),
  }
}

export function notifyFields({ platform, home }: CallHost, payload: JsonObject): NotifyWebhook {
  return { payload, conversation_uuid: home.id, timestamp: platform.timestamp() }
}

export function recordFields(
  { platform, home }: CallHost,
  recording: RunningRecording,
): RecordWebhook {
  return {
    start_time: platform.timestamp(recording.startedAt),
    end_time: platform.timestamp(recording.endedAt),
    recording_url: recording.url,
    size: sizeOf(recording),
    recording_uuid: recording.uuid,
    conversation_uuid: recording.conversation ?? home.id,
    timestamp: platform.timestamp(),
  }
}

export function transcribedFields(
  { home, platform }: CallHost,
  { uuid, conversation }: RunningRecording,
): TranscribedWebhook {
  return {
    conversation_uuid: conversation ?? home.id,
    type: 'record',
    recording_uuid: uuid,
    status: 'transcribed',
    transcription_url: platform.fileUrl(`${uuid}/transcription`),
  }
}

export function transferFields(
  { platform }: CallHost,
  uuid: string,
  from: string,
  to: string,
): TransferWebhook {
  return {
    type: 'transfer',
    conversation_uuid_from: from,
    conversation_uuid_to: to,
    uuid,
    timestamp: platform.timestamp(),
  }
}

export function errorFields({ platform, home }: CallHost, reason: string): ErrorWebhook {
  return { reason, conversation_uuid: home.id, timestamp: platform.timestamp() }
}
