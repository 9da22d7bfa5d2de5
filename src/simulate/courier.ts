import type { WebhookKind } from '../serve/webhooks'
import { judge, judgeNcco, noAnswer, type Outcome, type Received, type Takes } from './answer'
import type { Application } from './application'
import { simulatorError } from './errors'
import { exchange } from './exchange'
import type { Delivery, Fault } from './faults'
import type { SimulatedPlatform } from './platform'
import type { Target } from './target'
import type { Happening } from './timeline'

/**
 * A webhook that was delivered, or was to be.
 *
 * @example
 * ```ts
 * const call = await dial(app, { eventUrl: '/event' })
 * const completed = call.webhooks.find(({ status }) => status === 'completed')
 * completed?.fields.duration // '1'
 * ```
 */
export interface SentWebhook {
  /** When it was sent, in seconds on the clock of the platform. */
  readonly at: number
  readonly kind: WebhookKind
  /** The status of an event. */
  readonly status?: string | undefined
  readonly method: 'GET' | 'POST'
  readonly url: string
  /** From 1. */
  readonly attempt: number
  readonly fields: Readonly<Record<string, unknown>>
  /** What came back; absent while it is under way, and where nothing came. */
  readonly answer?: Received | undefined
}

/** A webhook on its way. */
export interface Message extends Target {
  readonly kind: WebhookKind
  readonly status?: string
  readonly fields: object
}

/** What comes of asking: an NCCO to run, nothing, or a refused NCCO. */
export type Reply = Extract<Outcome, { kind: 'ncco' | 'nothing' | 'invalid' }> | Failed
type Failed = Extract<Outcome, { kind: 'failed' }>

interface CallOfCourier {
  readonly platform: SimulatedPlatform
  readonly webhooks: SentWebhook[]
  tell(happening: Happening): void
  transcript(): string
  /** Ends the call because its flow goes in a circle. */
  endLoop(): void
}

interface Attempt {
  readonly message: Message & { readonly url: string }
  readonly takes: Takes
  readonly number: number
  readonly isFallback: boolean
  /** An NCCO that was refused before the fallback was asked. */
  readonly refused?: Reply | undefined
  readonly onReply: (reply: Reply) => void
}

// Defaults of the application settings, in seconds: how long an answer may take.
const answerTimeout = 5
const eventTimeout = 10
/** So many questions at one moment are a circle. */
const mostAtOnce = 100

/** Brings the webhooks of a call to its application, in order, with retries and fallback. */
export class Courier {
  readonly #call: CallOfCourier
  readonly #application: Application
  #pending = 0
  #underWay = 0
  #questionsNow = { at: -1, count: 0 }
  #heldBack: (() => Promise<void>) | undefined

  constructor(call: CallOfCourier, application: Application) {
    this.#call = call
    this.#application = application
  }

  /** Whether something that was asked is not answered yet. */
  get isAsking(): boolean {
    return this.#pending > 0
  }

  /** Whether a delivery is not done yet. */
  get isDelivering(): boolean {
    return this.#underWay > 0
  }

  /** Sends news, to which no answer counts. */
  tell(message: Message): void {
    this.#send(message, 'nothing', () => {})
  }

  /** Asks for an NCCO, which a webhook may answer with. */
  ask(message: Message, onReply: (reply: Reply) => void, takes: Takes = 'ncco-or-nothing'): void {
    this.#pending++
    this.#send(message, takes, (reply) => {
      this.#pending--
      onReply(reply)
    })
  }

  /** Asks the answer URL, which must give an NCCO. */
  askForAnswer(message: Message, onReply: (reply: Reply) => void): void {
    if (this.#application.ncco === undefined) return this.ask(message, onReply, 'ncco')
    const outcome = judgeNcco(this.#application.ncco, 'inline')
    onReply(outcome)
  }

  #send(message: Message, takes: Takes, onReply: (reply: Reply) => void): void {
    const { url } = message
    const { platform } = this.#call
    if (url === undefined || !this.#application.deliver) {
      const says = 'nobody is there to answer'
      if (url !== undefined) this.#note({ ...message, url }, 1, says)
      platform.post(async () => onReply({ kind: 'nothing', says }))
      return
    }
    const whole = { ...message, url }
    this.#underWay++
    const onSettled = (reply: Reply) => {
      this.#underWay--
      onReply(reply)
    }
    const attempt = { message: whole, takes, number: 1, isFallback: false, onReply: onSettled }
    platform.post(() => this.#deliver(attempt))
  }

  async #deliver(attempt: Attempt): Promise<void> {
    this.#countQuestion(attempt)
    const { message, number, isFallback, takes } = attempt
    const delivery: Delivery = {
      kind: message.kind,
      status: message.status,
      url: message.url,
      attempt: number,
      isFallback,
    }
    const fault = this.#faultOf(delivery, attempt)
    if (fault === 'late' && takes === 'nothing' && !this.#heldBack) {
      this.#heldBack = () => this.#try(attempt, undefined)
      return
    }
    await this.#try(attempt, fault)
    const heldBack = this.#heldBack
    this.#heldBack = undefined
    await heldBack?.()
  }

  #faultOf(delivery: Delivery, { onReply }: Attempt): Fault | undefined {
    try {
      return this.#application.faults?.(delivery)
    } catch (error) {
      // Nothing comes of the webhook, so that the call does not wait for it for ever.
      const says = 'nothing, because faults() threw'
      onReply({ kind: 'failed', reason: says, isRetried: false, says })
      throw error
    }
  }

  /** Delivers what was held back, because nothing else will come. */
  async release(): Promise<void> {
    const heldBack = this.#heldBack
    this.#heldBack = undefined
    await heldBack?.()
  }

  async #try(attempt: Attempt, fault: Fault | undefined): Promise<void> {
    const { takes } = attempt
    const sent = this.#record(attempt)
    const { kind } = attempt.message
    const limit = kind === 'answer' || kind === 'fallback' ? answerTimeout : eventTimeout
    const received = await this.#exchange(attempt.message, fault, limit)
    if (fault === 'duplicate') {
      this.#record(attempt)
      await this.#exchange(attempt.message, fault, limit)
    }
    const seconds = typeof fault === 'object' && 'slow' in fault ? fault.slow : 0
    const settle = () => {
      const outcome =
        typeof received === 'string'
          ? noAnswer(received)
          : fault === 'closed'
            ? noAnswer('Connection closed.')
            : seconds > limit
              ? noAnswer(`No answer within ${limit} s.`)
              : judge(received, takes)
      if (typeof received !== 'string') sent.answer = received
      const twice = fault === 'duplicate' ? ', delivered twice' : ''
      this.#note(attempt.message, attempt.number, outcome.says + twice)
      this.#goOn(attempt, outcome)
    }
    if (seconds > 0) this.#call.platform.clock.after(Math.min(seconds, limit), settle)
    else settle()
  }

  #goOn(attempt: Attempt, outcome: Outcome): void {
    const { onReply, number, isFallback, takes, message } = attempt
    const retry = (next: Partial<Attempt>) =>
      this.#call.platform.post(() => this.#deliver({ ...attempt, ...next }))
    if (outcome.kind === 'failed' && outcome.isRetried && number === 1) {
      retry({ number: 2 })
      return
    }
    const { fallbackUrl } = this.#application
    const hasFailed = outcome.kind === 'failed' || outcome.kind === 'invalid'
    if (hasFailed && !isFallback && takes !== 'nothing' && fallbackUrl !== undefined) {
      retry({
        number: 1,
        isFallback: true,
        refused: outcome.kind === 'invalid' ? outcome : undefined,
        message: toFallback(message, outcome.reason, fallbackUrl),
      })
      return
    }
    onReply((outcome.kind === 'failed' && attempt.refused) || outcome)
  }

  #exchange(
    message: Attempt['message'],
    fault: Fault | undefined,
    limit: number,
  ): Promise<Received | string> {
    if (typeof fault === 'object' && 'status' in fault) {
      return Promise.resolve({ status: fault.status, contentType: null, body: '' })
    }
    return exchange(this.#application, message, { jti: this.#call.platform.uuid(), limit })
  }

  #record({ message, number }: Attempt): { answer?: Received } & SentWebhook {
    const { kind, status, url, method, fields } = message
    const sent = {
      at: this.#call.platform.now,
      kind,
      ...(status !== undefined && { status }),
      method,
      url,
      attempt: number,
      fields: fields as Readonly<Record<string, unknown>>,
    }
    this.#call.webhooks.push(sent)
    return sent
  }

  #note({ kind, status, method, url }: Message & { url: string }, attempt: number, answer: string) {
    this.#call.tell({
      type: 'webhook',
      kind,
      ...(status !== undefined && { status }),
      method,
      // A link may hold sealed params, which are never the same twice.
      url: url.replace(/[?#].*$/, ''),
      attempt,
      answer,
    })
  }

  #countQuestion({ takes }: Attempt): void {
    if (takes === 'nothing') return
    const { platform } = this.#call
    const { at, count } = this.#questionsNow
    this.#questionsNow = { at: platform.now, count: at === platform.now ? count + 1 : 1 }
    if (count < mostAtOnce) return
    this.#underWay--
    this.#call.endLoop()
    throw simulatorError('loop-without-pause', { count }, this.#call.transcript())
  }
}

/** What the fallback URL receives: the original fields, and why. */
function toFallback(message: Attempt['message'], reason: string, url: string): Attempt['message'] {
  const type = message.kind === 'answer' ? 'answer' : 'event'
  const fields = { ...message.fields, reason, original_request: { url: message.url, type } }
  return { ...message, kind: 'fallback', url, fields }
}
