import type { JsonObject } from '../../element/json'
import type { CallHost, LegFlow } from '../call/call-host'
import type { EndReason } from '../call/timeline'
import type { ScheduledAct } from '../clock'
import type { WebhookResult } from '../delivery/answer'
import type { Target } from '../delivery/target'
import { answeredFields, completedFields, eventFields } from '../delivery/webhook-fields'
import { connectWebsocket } from '../media/connect-websocket'
import { Detection } from './detection'
import type { AnswerOptions, LegStatus, Unanswered } from './leg'
import type { LegControl, SimulatedLeg } from './simulated-leg'

/** The settings of a leg that the platform calls, and the callbacks for its changes. */
export interface Outgoing {
  /** The destination of its events. */
  readonly events: Target
  /** Ringing time in seconds. */
  readonly ringsFor: number
  /** The longest time after the answer, in seconds. */
  readonly limit: number
  /** `machineDetection` and `advancedMachineDetection`, as the NCCO has them. */
  readonly detection: JsonObject
  /** The statuses whose event may be answered with an NCCO. */
  readonly asksOn: ReadonlySet<string>
  /** The remedy for an NCCO in the answer to an event that takes none. */
  ifDiscarded?(status: string): string | undefined
  /** Answered, and ready to be joined. */
  onAnswered(): void
  /** Not answered, or over: the reason, and the result of its last event. */
  onOver(reason: EndReason, result: WebhookResult): void
  /** An event was answered with an NCCO while the leg is in the call. */
  onResult(result: WebhookResult): void
}

const nothing: WebhookResult = { kind: 'nothing', says: '' }

/** A leg that the platform calls: rings, is answered or not, and ends. */
export class OutgoingLeg implements LegControl {
  #call: CallHost
  readonly #leg: SimulatedLeg
  #outgoing: Outgoing
  readonly #detection: Detection
  readonly #timers: ScheduledAct[] = []
  /** An NCCO that runs on it before it is joined. */
  flow: LegFlow | undefined
  /** Whether it is a websocket that its server dropped. */
  isDropped = false

  constructor(call: CallHost, leg: SimulatedLeg, outgoing: Outgoing) {
    this.#call = call
    this.#leg = leg
    this.#outgoing = outgoing
    this.#detection = new Detection(call, leg, outgoing.detection, {
      events: outgoing.events,
      onReady: () => this.#outgoing.onAnswered(),
      onHangUp: () => this.end('platform', 'machine'),
      onResult: (result) => this.#outgoing.onResult(result),
    })
  }

  /** Whether a machine detection is running. */
  get isDetecting(): boolean {
    return this.#detection.isRunning
  }

  /** Whether it waits for the callee, before it is joined. */
  get isWaiting(): boolean {
    return this.flow?.isWaiting ?? this.#leg.isRinging
  }

  ring(): void {
    this.#leg.control = this
    this.#announce('started')
    this.#announce('ringing')
    this.#after(this.#outgoing.ringsFor, () => this.#giveUp())
    if (this.#leg.isWebsocket && this.#call.platform.connectsWebsockets) this.#connect()
  }

  #connect(): void {
    this.#leg.line = connectWebsocket(this.#call, this.#leg, {
      onOpen: () => this.answer({}),
      onRefused: () => this.refuse('failed', 'cannot_route'),
      onDropped: () => this.disconnect(),
    })
  }

  #giveUp(): void {
    if (this.#leg.line) this.refuse('unanswered', 'timeout')
    else this.refuse('timeout')
  }

  answer(options: AnswerOptions): void {
    this.#stopTimers()
    this.#leg.answeredAt = this.#call.platform.now
    this.#announce('answered', answeredFields)
    this.#after(this.#outgoing.limit, () => this.end('platform', 'completed'))
    if (this.#leg.isWebsocket) this.#begin()
    this.#detection.start(options)
  }

  refuse(status: Unanswered, detail?: string): void {
    this.#finish(status, status, detail === undefined ? {} : { detail })
  }

  hangUp(): void {
    if (this.#leg.answeredAt === undefined) this.refuse('rejected', 'declined')
    else this.end('user', 'hung-up')
  }

  release(): void {
    if (this.#leg.answeredAt === undefined) this.refuse('cancelled')
    else this.end('platform', 'hung-up-by-app')
  }

  /** The server drops the websocket: an event that may be answered with an NCCO, then `completed`. */
  disconnect(): void {
    const { events, asksOn, onOver } = this.#outgoing
    this.isDropped = true
    this.#close()
    this.#note('disconnected')
    const { direction, ...fields } = eventFields(this.#call, this.#leg, 'disconnected')
    const webhook = { kind: 'event', status: 'disconnected', ...events, fields } as const
    if (asksOn.has('disconnected')) {
      this.#call.ask(webhook, (result) => onOver('hung-up', result))
    } else {
      this.#call.send(webhook)
    }
    this.#announce('completed', completedFields(this.#call, this.#leg, 'user'))
    if (!asksOn.has('disconnected')) onOver('hung-up', nothing)
  }

  /** Ends it in any state. No event is answered with an NCCO. */
  drop(): void {
    if (this.#leg.isOver) return
    this.#close()
    if (this.#leg.answeredAt === undefined) {
      this.#announce('cancelled')
      this.#sendCompleted()
    } else this.#announce('completed', completedFields(this.#call, this.#leg, 'platform'))
  }

  /** Moves it into another call, which takes over the callbacks. The one that it leaves learns that it is over. */
  handOver(call: CallHost, callbacks: Pick<Outgoing, 'onAnswered' | 'onOver' | 'onResult'>): void {
    const left = this.#outgoing
    this.#detection.stop()
    this.flow?.stop()
    this.flow = undefined
    this.#leg.conversation?.leave(this.#leg)
    this.#call = call
    this.#outgoing = { ...left, asksOn: new Set(), ...callbacks }
    left.onOver('completed', nothing)
  }

  end(by: 'platform' | 'user', reason: EndReason): void {
    if (this.#leg.isOver) return
    this.#finish('completed', reason, completedFields(this.#call, this.#leg, by))
  }

  #finish(status: LegStatus, reason: EndReason, more: Readonly<Record<string, unknown>>): void {
    const { asksOn, events, onOver } = this.#outgoing
    this.#close()
    const isOver = (result: WebhookResult) => {
      if (status !== 'completed' && status !== 'rejected') this.#sendCompleted()
      onOver(reason, result)
    }
    if (!asksOn.has(status)) {
      this.#announce(status, more)
      return isOver(nothing)
    }
    this.#become(status, more.detail)
    const fields = eventFields(this.#call, this.#leg, status, more)
    this.#call.ask({ kind: 'event', status, ...events, fields }, isOver)
  }

  /** Every end but `rejected` is followed by `completed`, also that of a leg that was not answered. */
  #sendCompleted(): void {
    this.#sendEvent('completed', completedFields(this.#call, this.#leg, 'platform'))
  }

  #close(): void {
    this.#leg.endedAt = this.#call.platform.now
    this.#stopTimers()
    this.#detection.stop()
    this.flow?.stop()
    this.#leg.player.stop()
    this.#leg.endAudio()
    this.#leg.announcements.stopAll()
    this.#leg.conversation?.leave(this.#leg)
  }

  /** The first message to a websocket. */
  #begin(): void {
    const { headers, 'content-type': contentType } = this.#leg.endpoint
    const more = typeof headers === 'object' ? headers : {}
    this.#leg.begin({ event: 'websocket:connected', 'content-type': contentType, ...more })
  }

  #announce(status: LegStatus, more: Readonly<Record<string, unknown>> = {}): void {
    this.#become(status, more.detail)
    this.#sendEvent(status, more)
  }

  #sendEvent(status: LegStatus, more: Readonly<Record<string, unknown>>): void {
    const fields = eventFields(this.#call, this.#leg, status, more)
    const { events, ifDiscarded } = this.#outgoing
    this.#call.send({
      kind: 'event',
      status,
      ...events,
      fields,
      ifDiscarded: ifDiscarded?.(status),
    })
  }

  #become(status: LegStatus, detail?: unknown): void {
    this.#leg.status = status
    if (status !== 'started') this.#note(status, detail)
  }

  #note(status: string, detail?: unknown): void {
    const { name } = this.#leg
    const why = typeof detail === 'string' ? { detail } : {}
    this.#call.log({ type: 'leg', leg: name, status, ...why })
  }

  #after(seconds: number, act: () => void): void {
    this.#timers.push(this.#call.platform.clock.after(seconds, act))
  }

  #stopTimers(): void {
    for (const timer of this.#timers.splice(0)) timer.cancel()
  }
}
