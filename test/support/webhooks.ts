import type {
  AnswerWebhook,
  CallEvent,
  ErrorWebhook,
  FallbackWebhook,
  InputWebhook,
  NotifyWebhook,
  RecordWebhook,
  TransferWebhook,
} from 'ncco-jsx/serve'

// Every webhook with all of its documented fields.

const uuid = 'aaaaaaaa-bbbb-cccc-dddd-0123456789ab'
const conversation_uuid = 'CON-aaaaaaaa-bbbb-cccc-dddd-0123456789ab'
const recording_uuid = 'bbbbbbbb-aaaa-cccc-dddd-0123456789ab'
const timestamp = '2026-11-22T12:00:00.000Z'
const from = '447700900001'
const to = '447700900000'

export const answerWebhook: AnswerWebhook = {
  to,
  from,
  endpoint_type: 'phone',
  uuid,
  conversation_uuid,
  region_url: 'https://api-eu.vonage.com',
}

export const fallbackWebhook: FallbackWebhook = {
  ...answerWebhook,
  reason: 'Connection closed.',
  original_request: { url: 'https://example.com/answer', type: 'answer' },
}

export const inputWebhook: InputWebhook = {
  dtmf: { digits: '1', timed_out: false },
  speech: {
    timeout_reason: 'end_on_silence_timeout',
    results: [
      { text: 'sales', confidence: '0.93' },
      { text: 'sails', confidence: '0.41' },
    ],
  },
  from,
  to,
  uuid,
  conversation_uuid,
  timestamp,
}

export const notifyWebhook: NotifyWebhook = {
  payload: { step: 'menu', tries: 0 },
  conversation_uuid,
  timestamp,
}

export const recordWebhook: RecordWebhook = {
  start_time: '2026-11-22T11:59:00Z',
  end_time: timestamp,
  recording_url: 'https://api.nexmo.com/v1/files/bbbbbbbb-aaaa-cccc-dddd-0123456789ab',
  size: 12222,
  recording_uuid,
  conversation_uuid,
  timestamp,
}

export const transferWebhook: TransferWebhook = {
  conversation_uuid_from: conversation_uuid,
  conversation_uuid_to: 'CON-bbbbbbbb-bbbb-cccc-dddd-0123456789ab',
  uuid,
  timestamp,
}

export const errorWebhook: ErrorWebhook = {
  reason: 'Syntax error in NCCO. Invalid value type or action.',
  conversation_uuid,
  timestamp,
}

const leg = { from, to, uuid, conversation_uuid, direction: 'outbound', timestamp }
const detection = { call_uuid: uuid, conversation_uuid, from, to, timestamp }

/** An event of each status. */
export const events: { [S in CallEvent['status']]: Extract<CallEvent, { status: S }> } = {
  started: { ...leg, status: 'started' },
  ringing: { ...leg, status: 'ringing' },
  answered: { ...leg, status: 'answered', start_time: null, rate: null, network: null },
  busy: { ...leg, status: 'busy', sip_code: 486 },
  cancelled: { ...leg, status: 'cancelled' },
  unanswered: { ...leg, status: 'unanswered', detail: 'timeout', sip_code: 480 },
  rejected: { ...leg, status: 'rejected', detail: 'declined', sip_code: 603 },
  failed: { ...leg, status: 'failed', detail: 'cannot_route', sip_code: 404 },
  timeout: { ...leg, status: 'timeout' },
  human: { ...detection, status: 'human' },
  machine: { ...detection, status: 'machine', sub_state: 'beep_start' },
  disconnected: {
    from,
    to,
    uuid,
    conversation_uuid,
    timestamp,
    status: 'disconnected',
    headers: { room: 7 },
  },
  completed: {
    ...leg,
    status: 'completed',
    headers: {},
    start_time: '2026-11-22T11:59:00.000Z',
    end_time: timestamp,
    duration: '60',
    rate: '0.00450000',
    price: '0.00450000',
    network: 'GB-FIXED',
    disconnected_by: 'user',
    sip_code: 200,
  },
  transcribed: {
    status: 'transcribed',
    type: 'record',
    recording_uuid,
    transcription_url: 'https://api.nexmo.com/v1/files/cccccccc-aaaa-cccc-dddd-0123456789ab',
    conversation_uuid,
    timestamp,
  },
}
