import { isJsonObject, type JsonObject } from '../../element/json'
import type { Activity, Begin, Flow } from '../call/activity'
import type { EndReason } from '../call/timeline'
import type { WebhookResult } from '../delivery/answer'
import { refusal } from '../delivery/answer'
import { targetOf } from '../delivery/target'
import { answerFields } from '../delivery/webhook-fields'
import { addressOf, type Endpoint, nameOf } from '../leg/endpoint'
import { OutgoingLeg } from '../leg/outgoing-leg'
import type { SimulatedLeg } from '../leg/simulated-leg'
import { sendTones } from '../leg/tones'
import { flagOf, numberOf, objectOf, textOf } from './action-options'

export const beginConnect: Begin = (options, flow) => {
  const entry = Array.isArray(options.endpoint) ? options.endpoint[0] : options.endpoint
  const endpoint = (isJsonObject(entry) ? entry : {}) as JsonObject & Endpoint
  const { call } = flow
  if (call.platform.callRate?.take(call.platform.now) === false) {
    call.log({ type: 'note', text: `${nameOf(endpoint)} is not called: ${tooMany}` })
    call.sendError(tooMany)
    return undefined
  }
  const connect = new Connect(options, endpoint, flow)
  connect.ring()
  return connect
}

const tooMany = 'The application makes too many calls in one second.'

const callersNumber =
  "The caller ID is the caller's own number. It must be one of your Vonage numbers, or a carrier does not connect the call."

/** Whether a number is that of the person who called. */
function isCaller(number: string | undefined, { leg }: Flow): boolean {
  const { direction, from } = leg.description
  return direction === 'inbound' && number !== undefined && number === from
}

const onlySynchronous = 'a connect takes one only with "eventType": "synchronous"'

// The statuses whose event may be answered with an NCCO in a synchronous connect.
const unanswered = ['timeout', 'failed', 'rejected', 'unanswered', 'busy']

/** Calls an endpoint, joins it with the caller, and holds the flow until that leg is over. */
class Connect implements Activity {
  readonly #flow: Flow
  readonly #endpoint: Endpoint & JsonObject
  readonly #leg: SimulatedLeg
  readonly #outgoing: OutgoingLeg
  #isJoined = false
  /** Whether its leg is over, or no longer its own; answers to its webhooks then come too late. */
  #isOver = false

  constructor(options: JsonObject, endpoint: Endpoint & JsonObject, flow: Flow) {
    const { call } = flow
    this.#flow = flow
    this.#endpoint = endpoint
    const to = addressOf(endpoint)
    const from =
      textOf(options, 'from') ?? (flagOf(options, 'randomFromNumber') ? call.ownNumber : undefined)
    call.logAction(flow.leg, 'connect', `calls ${nameOf(endpoint)}`)
    this.#leg = call.addLeg({
      endpoint,
      direction: 'outbound',
      from,
      to,
      name: nameOf(endpoint),
    })
    if (endpoint.type === 'phone' && isCaller(from, flow))
      call.log({ type: 'note', text: callersNumber })
    const { machineDetection, advancedMachineDetection } = options
    this.#outgoing = new OutgoingLeg(call, this.#leg, {
      events: targetOf(options, call.eventTarget),
      ringsFor: numberOf(options, 'timeout') ?? 60,
      limit: numberOf(options, 'limit') ?? 7200,
      detection: {
        ...(machineDetection !== undefined && { machineDetection }),
        ...(advancedMachineDetection !== undefined && { advancedMachineDetection }),
      },
      asksOn: new Set([
        ...(endpoint.type === 'websocket' ? ['disconnected'] : []),
        ...(options.eventType === 'synchronous' ? unanswered : []),
      ]),
      ifDiscarded: (status) => (unanswered.includes(status) ? onlySynchronous : undefined),
      onAnswered: () => this.#answered(),
      onOver: (reason, result) => this.#over(reason, result),
      onResult: (result) => this.#received(result),
    })
    this.#playRingback(textOf(options, 'ringbackTone'))
  }

  get state() {
    return this.#isJoined ? 'connected' : 'connecting'
  }

  get doing(): string {
    const { name, status } = this.#leg
    if (this.#isJoined) return `talks to ${name}`
    return status === 'ringing' ? `rings ${name}` : `is being connected to ${name}`
  }

  get isWaiting(): boolean {
    return this.#isJoined ? !this.#outgoing.isDetecting : this.#outgoing.isWaiting
  }

  ring(): void {
    this.#outgoing.ring()
  }

  /** The other side hears keys as tones. A websocket is told of them as a member of the conversation. */
  press(key: string): boolean {
    if (!this.#isJoined) return false
    if (!this.#leg.isWebsocket) this.#leg.hearKey(key)
    return true
  }

  stop(): void {
    this.#isOver = true
    this.#flow.leg.player.stop()
    this.#outgoing.drop()
  }

  #playRingback(url: string | undefined): void {
    if (url === undefined) return
    const { call, leg } = this.#flow
    leg.player.stop()
    const seconds = call.platform.streamSeconds(url)
    leg.player.play({ text: url, isAudio: true, seconds, loop: 0 })
  }

  #answered(): void {
    const { call } = this.#flow
    const dtmf = textOf(this.#endpoint, 'dtmfAnswer')
    if (dtmf !== undefined) sendTones(call, this.#leg, dtmf)
    const onAnswer = objectOf(this.#endpoint, 'onAnswer')
    const url = onAnswer && textOf(onAnswer, 'url')
    if (onAnswer === undefined || url === undefined) return this.#join()
    this.#playRingback(textOf(onAnswer, 'ringbackTone') ?? textOf(onAnswer, 'ringback'))
    const fields = answerFields(call, this.#leg)
    const webhook = { kind: 'answer', url, method: call.answerMethod, fields } as const
    call.ask(webhook, (result) => this.#whisper(result), 'ncco')
  }

  /** Runs an NCCO on the called leg before it is joined. */
  #whisper(result: WebhookResult): void {
    if (this.#isOver || this.#leg.isOver) return
    if (result.kind === 'ncco') {
      this.#outgoing.flow = this.#flow.call.runOn(this.#leg, result.ncco, (end) => {
        if (end === 'done') this.#join()
        else this.#refuse()
      })
    } else if (result.kind === 'nothing') this.#join()
    else if (result.kind === 'invalid') this.#refuse()
    else this.#outgoing.end('platform', 'no-ncco')
  }

  /** The called leg is hung up, because an NCCO for it was refused. */
  #refuse(): void {
    this.#flow.call.sendError(refusal)
    this.#outgoing.end('platform', 'invalid-ncco')
  }

  #join(): void {
    if (this.#leg.isOver) return
    this.#isJoined = true
    this.#flow.call.remember({ type: 'joined', leg: this.#leg })
    this.#flow.leg.player.stop()
    this.#flow.call.home.enter(this.#leg, {
      startOnEnter: true,
      endOnExit: false,
      onEnd: () => this.#outgoing.drop(),
    })
  }

  #over(reason: EndReason, result: WebhookResult): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#flow.leg.player.stop()
    if (this.#completesCall(reason)) this.#flow.forget()
    this.#flow.take(result, this)
  }

  /** Whether two have talked, so that the call is over when either hangs up. */
  #completesCall(reason: EndReason): boolean {
    const haveTalked = this.#isJoined && !this.#outgoing.isDropped && reason !== 'machine'
    return haveTalked && this.#flow.call.platform.endsAfterConnect
  }

  #received(result: WebhookResult): void {
    // Without an NCCO the connection stays as it is.
    if (result.kind === 'ncco' || result.kind === 'invalid') this.#flow.take(result, this)
  }
}
