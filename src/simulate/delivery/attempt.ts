import type { CallHost } from '../call/call-host'
import {
  describe,
  type Expects,
  judgeAnswer,
  type NoAnswer,
  noAnswer,
  type ReceivedAnswer,
  type WebhookAnswer,
  type WebhookResult,
} from './answer'
import type { Application } from './application'
import type { DeliveryFault } from './delivery-fault'
import { exchange } from './exchange'
import { shownUrl } from './request'
import type { PendingWebhook, SentWebhook } from './webhook'

/** One attempt to deliver a webhook. */
export interface Attempt {
  readonly webhook: PendingWebhook & { readonly url: string }
  readonly expects: Expects
  /** From 1; the second is the platform's retry. */
  readonly number: number
}

// Defaults of the application settings, in seconds: how long an answer may take.
const answerTimeout = 5
const eventTimeout = 10

/** Makes an attempt, with its fault. Calls back when the answer has arrived, or the platform stops waiting. */
export async function attempt(
  call: CallHost,
  application: Application,
  one: Attempt,
  fault: DeliveryFault | undefined,
  onResult: (result: WebhookResult) => void,
): Promise<void> {
  const { webhook, number } = one
  const { platform } = call
  const limit =
    webhook.kind === 'answer' || webhook.kind === 'fallback' ? answerTimeout : eventTimeout
  const bring = () => exchange(application, webhook, limit, () => platform.time)
  const sent = record(call, one)
  const answered =
    typeof fault === 'object' && 'status' in fault
      ? { status: fault.status, contentType: null, body: '' }
      : await bring()
  if (fault === 'duplicate') {
    platform.happen(() => record(call, one))
    await bring()
  }
  const seconds = typeof fault === 'object' && 'slow' in fault ? fault.slow : 0
  const received = noAnswerOf(fault, limit) ?? answered
  const settle = () => {
    const isAnswer = 'status' in received
    if (isAnswer) {
      const { status, contentType, body } = received
      sent.answer = { status, contentType, body }
    }
    const result = isAnswer ? judgeReceived(application, one, received) : noAnswer(received)
    noteAnswer(
      call,
      webhook,
      number,
      describe(result, call.listedFindings) + (fault === 'duplicate' ? twice : ''),
    )
    onResult(result)
  }
  platform.happen(() => {
    if (seconds > 0) platform.clock.after(Math.min(seconds, limit), settle)
    else settle()
  })
}

function judgeReceived(
  { isStrict, sign, foreignUrls }: Application,
  { webhook: { url, ifDiscarded }, expects }: Attempt,
  received: ReceivedAnswer,
): WebhookResult {
  const isSigned = sign !== undefined
  const result = judgeAnswer(received, { expects, isStrict, isSigned, ifDiscarded })
  return { ...result, says: foreignUrls?.explain(url, received) ?? result.says }
}

const twice = ', delivered twice'

/** The reason why the answer does not arrive, although the app gave one. */
function noAnswerOf(fault: DeliveryFault | undefined, limit: number): NoAnswer | undefined {
  if (fault === 'closed') return { reason: 'Connection closed.', isRetried: true }
  const isLate = typeof fault === 'object' && 'slow' in fault && fault.slow > limit
  return isLate ? { reason: `No answer within ${limit} s.`, isRetried: true } : undefined
}

function record(
  { platform, webhooks }: CallHost,
  { webhook, number }: Attempt,
): { answer?: WebhookAnswer } & SentWebhook {
  const { kind, status, url, method, fields } = webhook
  const sent = {
    at: platform.now,
    kind,
    ...(status !== undefined && { status }),
    method,
    url,
    attempt: number,
    fields: fields as Readonly<Record<string, unknown>>,
  }
  webhooks.push(sent)
  return sent
}

/** Logs a webhook with its answer. */
export function noteAnswer(
  call: CallHost,
  { kind, status, method, url }: Attempt['webhook'],
  number: number,
  answer: string,
): void {
  call.log({
    type: 'webhook',
    kind,
    ...(status !== undefined && { status }),
    method,
    url: shownUrl(url),
    attempt: number,
    answer,
  })
}
