import type { CallHost } from '../call/call-host'
import { simulatorError } from '../errors'
import { describe, type Expects, judgeInline, type WebhookResult } from './answer'
import type { Application } from './application'
import { type Attempt, attempt, noteAnswer } from './attempt'
import { assertFault, type Delivery, type DeliveryFault } from './delivery-fault'
import type { PendingWebhook } from './webhook'

/** A webhook on its way, with its retry and its fallback. */
interface Errand extends Attempt {
  readonly isFallback: boolean
  /** The refused NCCO that made the courier ask the fallback. */
  readonly refused?: WebhookResult | undefined
  readonly onResult: (result: WebhookResult) => void
}

/** More questions than this at one moment mean that the flow goes in a circle. */
const mostAtOnce = 100

/** Brings the webhooks of a call to its application, in order, with retries and fallback. */
export class Courier {
  readonly #call: CallHost
  readonly #application: Application
  #pending = 0
  #underWay = 0
  #questionsNow = { at: -Infinity, count: 0 }
  #heldBack: (() => Promise<void>) | undefined

  constructor(call: CallHost, application: Application) {
    this.#call = call
    this.#application = application
  }

  /** Whether a question is not answered yet. */
  get isAsking(): boolean {
    return this.#pending > 0
  }

  /** Whether a delivery is under way. */
  get isDelivering(): boolean {
    return this.#underWay > 0
  }

  /** Sends a webhook whose answer is ignored. */
  send(webhook: PendingWebhook): void {
    this.#dispatch(webhook, 'nothing', () => {})
  }

  /** Sends a webhook that may be answered with an NCCO. */
  ask(
    webhook: PendingWebhook,
    onResult: (result: WebhookResult) => void,
    expects: Expects = 'ncco-or-nothing',
  ): void {
    this.#pending++
    this.#dispatch(webhook, expects, (result) => {
      this.#pending--
      onResult(result)
    })
  }

  /** Asks the answer URL, which must give an NCCO. */
  askForAnswer(webhook: PendingWebhook, onResult: (result: WebhookResult) => void): void {
    if (this.#application.ncco === undefined) return this.ask(webhook, onResult, 'ncco')
    const result = judgeInline(this.#application.ncco, this.#application.isStrict)
    if ('findings' in result && result.findings !== '') {
      this.#call.log({ type: 'note', text: describe(result, this.#call.listedFindings) })
    }
    onResult(result)
  }

  #dispatch(
    webhook: PendingWebhook,
    expects: Expects,
    onResult: (result: WebhookResult) => void,
  ): void {
    const { url } = webhook
    const { platform } = this.#call
    if (url === undefined || !this.#application.deliver) {
      const says = 'nobody is there to answer'
      if (url !== undefined) noteAnswer(this.#call, { ...webhook, url }, 1, says)
      platform.post(this.#call, async () => onResult({ kind: 'nothing', says }))
      return
    }
    const whole = { ...webhook, url }
    this.#underWay++
    const onSettled = (result: WebhookResult) => {
      this.#underWay--
      onResult(result)
    }
    this.#post({ webhook: whole, expects, number: 1, isFallback: false, onResult: onSettled })
  }

  #post(errand: Errand): void {
    this.#call.platform.post(this.#call, () => this.#deliver(errand))
  }

  async #deliver(errand: Errand): Promise<void> {
    this.#countQuestion(errand)
    const fault = this.#faultOf(errand)
    if (fault === 'late' && errand.expects === 'nothing' && !this.#heldBack) {
      this.#heldBack = () => this.#try(errand, undefined)
      // No other webhook may follow that would release it.
      if (this.#call.ended) this.#call.platform.post(this.#call, () => this.release())
      return
    }
    await this.#try(errand, fault)
    await this.release()
  }

  #faultOf({ webhook, number, isFallback, onResult }: Errand): DeliveryFault | undefined {
    const { kind, status, url } = webhook
    const delivery: Delivery = { kind, status, url, attempt: number, isFallback }
    try {
      const fault = this.#application.faults?.(delivery)
      assertFault(fault)
      return fault
    } catch (error) {
      // The webhook fails, so that the call does not wait for it for ever.
      const says = 'nothing, because faults() threw'
      onResult({ kind: 'failed', reason: says, isRetried: false, says })
      throw error
    }
  }

  /** Delivers what was held back. */
  async release(): Promise<void> {
    const heldBack = this.#heldBack
    this.#heldBack = undefined
    if (!heldBack) return
    let isDelivered: Promise<void> | undefined
    this.#call.platform.happen(() => {
      isDelivered = heldBack()
    })
    await isDelivered
  }

  async #try(errand: Errand, fault: DeliveryFault | undefined): Promise<void> {
    try {
      await attempt(this.#call, this.#application, errand, fault, (result) =>
        this.#goOn(errand, result),
      )
    } catch (error) {
      // The call must not wait for it for ever.
      const says = 'nothing, because the flow threw'
      this.#call.platform.happen(() =>
        errand.onResult({ kind: 'failed', reason: says, isRetried: false, says }),
      )
      throw error
    }
  }

  /** Tries again, asks the fallback URL, or passes the result on. */
  #goOn(errand: Errand, result: WebhookResult): void {
    const { onResult, number, isFallback, expects, webhook } = errand
    if (result.kind === 'failed' && result.isRetried && number === 1) {
      this.#post({ ...errand, number: 2 })
      return
    }
    const { fallbackUrl } = this.#application
    const hasFailed = result.kind === 'failed' || result.kind === 'invalid'
    if (hasFailed && !isFallback && expects !== 'nothing' && fallbackUrl !== undefined) {
      this.#post({
        ...errand,
        number: 1,
        isFallback: true,
        refused: result.kind === 'invalid' ? result : undefined,
        webhook: toFallback(webhook, result.reason, fallbackUrl),
      })
      return
    }
    onResult((result.kind === 'failed' && errand.refused) || result)
  }

  #countQuestion({ expects }: Errand): void {
    if (expects === 'nothing') return
    const { platform } = this.#call
    const { at, count } = this.#questionsNow
    const isSameMoment = platform.isNow(at)
    this.#questionsNow = isSameMoment ? { at, count: count + 1 } : { at: platform.now, count: 1 }
    if (count < mostAtOnce) return
    this.#underWay--
    this.#call.endLoop()
    throw simulatorError('loop-without-pause', { count }, this.#call.transcript())
  }
}

/** The webhook to the fallback URL: the original fields and the reason. */
function toFallback(webhook: Attempt['webhook'], reason: string, url: string): Attempt['webhook'] {
  const type = webhook.kind === 'answer' ? 'answer' : 'event'
  const fields = { ...webhook.fields, reason, original_request: { url: webhook.url, type } }
  return { ...webhook, kind: 'fallback', url, fields }
}
