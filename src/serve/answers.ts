import type { Webhook } from './props'
import type { Webhooks } from './webhooks'

/**
 * Whether the answer to a webhook holds an NCCO: `required`; `expected`, because only a failed webhook is documented to let the flow go
 * on; `optional`; or `none`, because Vonage does not read one.
 */
export type AnswerNeed = 'required' | 'expected' | 'optional' | 'none'

/** The events of a connect that was not answered. A synchronous connect takes an NCCO for them. */
const unanswered: ReadonlySet<Webhooks['event']['status']> = new Set([
  'timeout',
  'failed',
  'rejected',
  'unanswered',
  'busy',
])

/** The events that may be answered with an NCCO, if the connect asked for it. */
const answerable: ReadonlySet<Webhooks['event']['status']> = new Set([
  ...unanswered,
  'human',
  'machine',
  'disconnected',
])

export function needOf(webhook: Webhook): AnswerNeed {
  switch (webhook.kind) {
    case 'answer':
      return 'required'
    case 'fallback':
      return webhook.original_request?.type === 'event' ? 'optional' : 'required'
    case 'input':
      return 'expected'
    case 'notify':
      return 'optional'
    case 'event':
      return answerable.has(webhook.status) ? 'optional' : 'none'
    default:
      return 'none'
  }
}

/** Whether an NCCO in the answer is read only if the connect is synchronous. */
export function needsSynchronous(webhook: Webhook): boolean {
  return webhook.kind === 'event' && unanswered.has(webhook.status)
}

/** Whether an empty answer ends the call, or may end it. */
export function mustAnswer(webhook: Webhook): boolean {
  const need = needOf(webhook)
  return need === 'required' || need === 'expected'
}
