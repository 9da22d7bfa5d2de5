import { simulatorError } from '../errors'
import { judgeInline, type Reply, type Takes } from './answer'
import type { Application } from './application'
import { type Attempt, attempt, type CallOfAttempt, type Message, noteAnswer } from './attempt'
import { checkFault, type Delivery, type Fault } from './faults'

interface CallOfCourier extends CallOfAttempt {
  readonly ended: object | undefined
  transcript(): string
  /** Ends the call because its flow goes in a circle. */
  endLoop(): void
}

/** A webhook that is to be delivered, with all that this may take. */
interface Errand extends Attempt {
  readonly isFallback: boolean
  /** An NCCO that was refused before the fallback was asked. */
  readonly refused?: Reply | undefined
  readonly onReply: (reply: Reply) => void
}

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
  send(message: Message): void {
    this.#dispatch(message, 'nothing', () => {})
  }

  /** Asks for an NCCO, which a webhook may answer with. */
  ask(message: Message, onReply: (reply: Reply) => void, takes: Takes = 'ncco-or-nothing'): void {
    this.#pending++
    this.#dispatch(message, takes, (reply) => {
      this.#pending--
      onReply(reply)
    })
  }

  /** Asks the answer URL, which must give an NCCO. */
  askForAnswer(message: Message, onReply: (reply: Reply) => void): void {
    if (this.#application.ncco === undefined) return this.ask(message, onReply, 'ncco')
    onReply(judgeInline(this.#application.ncco))
  }

  #dispatch(message: Message, takes: Takes, onReply: (reply: Reply) => void): void {
    const { url } = message
    const { platform } = this.#call
    if (url === undefined || !this.#application.deliver) {
      const says = 'nobody is there to answer'
      if (url !== undefined) noteAnswer(this.#call, { ...message, url }, 1, says)
      platform.post(async () => onReply({ kind: 'nothing', says }))
      return
    }
    const whole = { ...message, url }
    this.#underWay++
    const onSettled = (reply: Reply) => {
      this.#underWay--
      onReply(reply)
    }
    this.#post({ message: whole, takes, number: 1, isFallback: false, onReply: onSettled })
  }

  #post(errand: Errand): void {
    this.#call.platform.post(() => this.#deliver(errand))
  }

  async #deliver(errand: Errand): Promise<void> {
    this.#countQuestion(errand)
    const fault = this.#faultOf(errand)
    if (fault === 'late' && errand.takes === 'nothing' && !this.#heldBack) {
      this.#heldBack = () => this.#try(errand, undefined)
      // No other webhook may follow that would release it.
      if (this.#call.ended) this.#call.platform.post(() => this.release())
      return
    }
    await this.#try(errand, fault)
    await this.release()
  }

  #faultOf({ message, number, isFallback, onReply }: Errand): Fault | undefined {
    const { kind, status, url } = message
    const delivery: Delivery = { kind, status, url, attempt: number, isFallback }
    try {
      const fault = this.#application.faults?.(delivery)
      checkFault(fault)
      return fault
    } catch (error) {
      // Nothing comes of the webhook, so that the call does not wait for it for ever.
      const says = 'nothing, because faults() threw'
      onReply({ kind: 'failed', reason: says, isRetried: false, says })
      throw error
    }
  }

  /** Delivers what was held back. */
  async release(): Promise<void> {
    const heldBack = this.#heldBack
    this.#heldBack = undefined
    await heldBack?.()
  }

  #try(errand: Errand, fault: Fault | undefined): Promise<void> {
    return attempt(this.#call, this.#application, errand, fault, (reply) =>
      this.#goOn(errand, reply),
    )
  }

  /** Tries again, asks the fallback URL, or is content with what came. */
  #goOn(errand: Errand, reply: Reply): void {
    const { onReply, number, isFallback, takes, message } = errand
    if (reply.kind === 'failed' && reply.isRetried && number === 1) {
      this.#post({ ...errand, number: 2 })
      return
    }
    const { fallbackUrl } = this.#application
    const hasFailed = reply.kind === 'failed' || reply.kind === 'invalid'
    if (hasFailed && !isFallback && takes !== 'nothing' && fallbackUrl !== undefined) {
      this.#post({
        ...errand,
        number: 1,
        isFallback: true,
        refused: reply.kind === 'invalid' ? reply : undefined,
        message: toFallback(message, reply.reason, fallbackUrl),
      })
      return
    }
    onReply((reply.kind === 'failed' && errand.refused) || reply)
  }

  #countQuestion({ takes }: Errand): void {
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
