import type { AnswerWebhook, InputWebhook } from 'ncco-jsx/serve'

/** An answer webhook as Vonage sends it, for the tests of the examples. */
export const call: AnswerWebhook = {
  to: '447700900000',
  from: '447700900001',
  endpoint_type: 'phone',
  uuid: 'aaaaaaaa-bbbb-cccc-dddd-0123456789ab',
  conversation_uuid: 'CON-aaaaaaaa-bbbb-cccc-dddd-0123456789ab',
  region_url: 'https://api-eu.vonage.com',
}

/** An input webhook after which nothing was pressed or said. */
export const silence: InputWebhook = {
  to: '447700900000',
  from: '447700900001',
  uuid: call.uuid,
  conversation_uuid: call.conversation_uuid,
  dtmf: { digits: null, timed_out: true },
  speech: { timeout_reason: 'start_timeout', results: [] },
  timestamp: '2026-11-22T12:00:00.000Z',
}

/** An input webhook after this key. */
export function pressed(digits: string): InputWebhook {
  return { ...silence, dtmf: { digits, timed_out: false } }
}
