import type { NccoNode } from 'ncco-jsx'

/**
 * What Vonage sends when a call arrives, under Vonage's own names.
 *
 * @see https://developer.vonage.com/en/voice/voice-api/webhook-reference#answer-webhook
 */
export interface AnswerProps {
  /** The number, user or address that was called. */
  to: string
  /** The calling number; absent for a user of the Client SDK and for callers who withhold it. */
  from?: string
  /** The calling user of the Client SDK. */
  from_user?: string
  /** `phone`, `sip`, `websocket`, `app` or `vbc`. */
  endpoint_type?: string
  /** Id of the leg. */
  uuid: string
  /** Id of the conversation, `CON-…`. */
  conversation_uuid: string
  /** Base URL for REST calls about this call. */
  region_url?: string
  /** What the Client SDK passed along. */
  custom_data?: unknown
  /** Only at the fallback URL: why it is asked. */
  reason?: string
  /** Only at the fallback URL: which URL failed, and whether it was asked for an `answer` or told of an `event`. */
  original_request?: { url: string; type: string }
  /** A custom header of a SIP call. */
  [header: `SipHeader_${string}`]: string
}

/**
 * What Vonage sends when an input ends.
 *
 * @see https://developer.vonage.com/en/voice/voice-api/webhook-reference#input
 */
export interface InputProps {
  dtmf?: { digits: string | null; timed_out: boolean }
  speech?: {
    timeout_reason?: string
    /** Best first; the confidence is a text from "0.0" to "1.0". */
    results?: { text: string; confidence: string }[]
    error?: string
  }
  from?: string
  to: string
  uuid: string
  conversation_uuid: string
  timestamp: string
}

/**
 * What answers the webhooks of a flow, by path: a component, or `event` for a webhook that is only news and
 * takes no NCCO.
 */
export type Webhooks = Record<
  string,
  | ((props: AnswerProps) => NccoNode | Promise<NccoNode>)
  | ((props: InputProps) => NccoNode)
  | 'event'
>
