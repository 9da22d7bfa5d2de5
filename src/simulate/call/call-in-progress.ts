import type { JsonObject } from '../../element/json'
import {
  type RecordedSpeech,
  type Recording,
  type RunningRecording,
  toRecording,
} from '../audio/recording'
import { type Expects, refusal, type WebhookResult } from '../delivery/answer'
import type { Application } from '../delivery/application'
import { Courier } from '../delivery/courier'
import type { Sign } from '../delivery/signing'
import type { Target } from '../delivery/target'
import type { PendingWebhook, SentWebhook } from '../delivery/webhook'
import {
  answeredFields,
  completedFields,
  errorFields,
  eventFields,
  transferFields,
} from '../delivery/webhook-fields'
import { type SimulatorError, simulatorError } from '../errors'
import type { Conversation } from '../leg/conversation'
import { makeLeg } from '../leg/make-leg'
import { type LegDescription, SimulatedLeg } from '../leg/simulated-leg'
import type { SimulatorCode, SimulatorDetail } from '../messages'
import type { Pace } from '../pace/timed-call'
import type { SimulatedPlatform } from '../platform'
import type { CallState } from './activity'
import type { CallHost, FlowEnd, LegFlow } from './call-host'
import { putInto } from './call-of-leg'
import type { HistoryEntry, NewHistoryEntry } from './history'
import { NccoFlow } from './ncco-flow'
import type { RunningNcco } from './running-ncco'
import type { EndReason, NewTimelineEntry, TimelineEntry } from './timeline'
import { transcribe } from './transcript'

const doingAside = {
  ringing: 'rings',
  playing: 'plays the last prompts',
  asking: 'waits for a webhook',
}

/** States that end by themselves after a time. */
const timed: ReadonlySet<CallState> = new Set(['listening', 'recording', 'connecting', 'waiting'])

/** An inbound or outbound call: a leg, the flow that runs on it, and its webhooks. */
export class CallInProgress implements CallHost {
  readonly platform: SimulatedPlatform
  readonly deadline: number
  readonly courier: Courier
  home: Conversation
  readonly leg: SimulatedLeg
  readonly legs: SimulatedLeg[] = []
  readonly allRecordings: RunningRecording[] = []
  readonly savedAudio: RecordedSpeech[] = []
  readonly webhooks: SentWebhook[] = []
  readonly listedFindings = new Set<string>()
  readonly timeline: TimelineEntry[] = []
  readonly history: HistoryEntry[] = []
  readonly application: Application
  readonly ownNumber: string
  /** The called leg of an outbound call. */
  outgoing: { drop(): void; readonly isDetecting: boolean } | undefined
  ended: { readonly at: number; readonly reason: EndReason } | undefined
  readonly #flow: NccoFlow
  /** Whether its methods return when it waits for someone. */
  readonly isPatient: boolean
  /** Conversations that a transfer has left, with others still in them. */
  readonly #left: Conversation[] = []
  /** Whether an NCCO has begun, so that the application may change the call. */
  isUp = false

  constructor(
    platform: SimulatedPlatform,
    application: Application,
    own: Omit<LegDescription, 'uuid'> | SimulatedLeg,
    isPatient: boolean,
  ) {
    this.platform = platform
    this.application = application
    this.deadline = platform.now + platform.maxSeconds
    this.isPatient = isPatient && !platform.isReal
    platform.join(this)
    this.home = platform.conversations.open()
    this.courier = new Courier(this, application)
    this.leg = own instanceof SimulatedLeg ? own : makeLeg(platform, own)
    putInto(this, this.leg)
    const { direction, from, to } = this.leg.description
    this.ownNumber = (direction === 'inbound' ? to : from) ?? ''
    this.#flow = new NccoFlow(this, this.leg, (end) =>
      end === 'done' ? this.end('completed', 'platform') : this.refuse(),
    )
  }

  get eventTarget(): Target {
    return this.application.events
  }

  get answerMethod(): 'GET' | 'POST' {
    return this.application.answer.method
  }

  get sign(): Sign | undefined {
    return this.application.sign
  }

  get recordings(): Recording[] {
    return this.allRecordings.map(toRecording)
  }

  get isOver(): boolean {
    return this.ended !== undefined && !this.courier.isDelivering
  }

  get isWaiting(): boolean {
    if (this.courier.isAsking) return false
    const { current } = this.#flow
    // The call waits for a detection, and what the application plays is heard out, unless a timeout runs meanwhile.
    const isBusy = this.outgoing?.isDetecting || this.#hearsAnnouncement
    if (isBusy && !timed.has(this.state)) return false
    return current?.isWaiting ?? this.leg.isRinging
  }

  get #hearsAnnouncement(): boolean {
    if (this.leg.announcements.hasMoreToSay) return true
    return this.legs.some(({ announcements }) => announcements.hasMoreToSay)
  }

  get running(): RunningNcco | undefined {
    return this.#flow.running
  }

  get state(): CallState {
    if (this.ended) return 'ended'
    return this.#flow.current?.state ?? this.#stateAside
  }

  /** The activity while no action holds the flow. */
  get #stateAside(): 'ringing' | 'playing' | 'asking' {
    if (this.leg.status === 'ringing') return 'ringing'
    return this.leg.player.isPlaying ? 'playing' : 'asking'
  }

  get doing(): string {
    if (this.ended) return 'the call is over'
    return `the call ${this.#flow.current?.doing ?? doingAside[this.#stateAside]}`
  }

  /** Runs the NCCO of the answer webhook, or ends the call. */
  begin(result: WebhookResult): void {
    if (this.ended) return
    if (result.kind === 'invalid') return this.refuse()
    if (result.kind !== 'ncco') return this.end('no-ncco', 'platform')
    if (this.leg.answeredAt === undefined) this.#beAnswered()
    this.#run(result.ncco)
  }

  /** Runs the NCCO that answered an event of the person's leg. Without one, nothing changes. */
  divert(result: WebhookResult): void {
    if (this.ended) return
    if (result.kind === 'ncco') this.#run(result.ncco)
    else if (result.kind === 'invalid') this.refuse()
  }

  #run(ncco: readonly JsonObject[]): void {
    this.isUp = true
    if (!this.leg.conversation) this.returnHome(this.leg)
    this.#flow.run(ncco)
  }

  /** Runs another NCCO in a new conversation of its own, as after a transfer by REST. */
  transfer(ncco: readonly JsonObject[], from = (this.leg.conversation ?? this.home).id): void {
    const { leg, home: left } = this
    this.isUp = true
    this.home = this.platform.conversations.open()
    this.#flow.run(ncco, () => {
      leg.announcements.stopAll()
      if (leg.conversation === left) left.leave(leg)
      if (left.legs.length === 0) left.end()
      else this.#left.push(left)
      if (!leg.conversation) this.returnHome(leg)
      const { id } = this.home
      const fields = transferFields(this, leg.uuid, from, id)
      this.send({ kind: 'transfer', ...this.eventTarget, fields })
      this.log({ type: 'conversation', leg: leg.name, event: 'entered', name: id, uuid: id })
    })
  }

  /** The person's leg is in the call, from now on. */
  #beAnswered(): void {
    this.leg.status = 'answered'
    this.leg.answeredAt = this.platform.now
    this.log({ type: 'leg', leg: this.leg.name, status: 'answered' })
    this.sendStatus('answered', answeredFields)
  }

  /** An event of the person's own leg. */
  sendStatus(status: string, more: Readonly<Record<string, unknown>> = {}): void {
    const fields = eventFields(this, this.leg, status, more)
    this.send({ kind: 'event', status, ...this.eventTarget, fields })
  }

  /** Ends the call because an NCCO was refused. */
  refuse(): void {
    this.sendError(refusal)
    this.end('invalid-ncco', 'platform')
  }

  sendError(reason: string): void {
    this.send({ kind: 'error', ...this.eventTarget, fields: errorFields(this, reason) })
  }

  send(webhook: PendingWebhook): void {
    this.courier.send(webhook)
  }

  ask(webhook: PendingWebhook, onResult: (result: WebhookResult) => void, expects?: Expects): void {
    this.courier.ask(webhook, onResult, expects)
  }

  endLoop(): void {
    this.end('loop', 'platform')
  }

  outlast(): SimulatorError {
    const { doing, platform } = this
    this.end('endless', 'platform')
    return this.error('endless-call', { limit: platform.maxSeconds, doing })
  }

  close(): void {
    this.end('closed', 'platform')
  }

  /** Ends the call: everyone is hung up, what is recorded is kept, and the last events go out. */
  end(reason: EndReason, by: 'platform' | 'user'): void {
    if (this.ended) return
    this.ended = { at: this.platform.now, reason }
    this.#flow.stop()
    for (const conversation of [...this.#left, this.home]) conversation.end()
    for (const recording of this.leg.recordings) recording.end('the call ended')
    this.leg.announcements.stopAll()
    this.outgoing?.drop()
    this.leg.endAudio()
    if (!this.leg.isOver) {
      this.leg.status = 'completed'
      this.leg.endedAt = this.platform.now
      this.sendStatus('completed', completedFields(this, this.leg, by))
    }
    this.log({ type: 'ended', reason })
    this.platform.post(this, () => this.courier.release())
    this.platform.leave(this)
  }

  log(entry: NewTimelineEntry): void {
    this.timeline.push({ at: this.platform.now, ...entry } as TimelineEntry)
  }

  remember(entry: NewHistoryEntry): void {
    this.history.push(Object.assign(entry, { at: this.timeline.length }))
  }

  logAction(leg: SimulatedLeg, action: string, does: string): void {
    this.log({ type: 'action', leg: leg.name, action, does })
  }

  addLeg(description: Omit<LegDescription, 'uuid'>): SimulatedLeg {
    const leg = makeLeg(this.platform, description)
    putInto(this, leg)
    this.legs.push(leg)
    return leg
  }

  runOn(leg: SimulatedLeg, ncco: readonly JsonObject[], onEnd: (end: FlowEnd) => void): LegFlow {
    const flow = new NccoFlow(this, leg, onEnd)
    flow.run(ncco)
    return flow
  }

  returnHome(leg: SimulatedLeg): void {
    if (this.ended) return
    this.home.enter(leg, { startOnEnter: true, endOnExit: false, onEnd: () => {} })
  }

  hears(leg: SimulatedLeg): boolean {
    return this.leg.conversation?.hears(this.leg, leg) ?? false
  }

  transcript(): string {
    return transcribe(this.timeline)
  }

  error<C extends SimulatorCode>(code: C, detail: SimulatorDetail<C>): SimulatorError {
    return simulatorError(code, detail, this.transcript())
  }

  /** Begins the call. If that throws, the call ends, because no caller receives it. */
  async start(act: () => void): Promise<void> {
    try {
      await this.perform(act)
    } catch (error) {
      this.end('hung-up', 'user')
      throw error
    }
  }

  async perform(act: () => void, pace: Partial<Pace> = {}): Promise<void> {
    const actUnlessOver = () => {
      if (this.ended) throw this.error('call-over', this.ended)
      act()
    }
    await this.platform.perform(this, actUnlessOver, {
      seconds: 0,
      isPatient: this.isPatient,
      ...pace,
    })
  }
}
