import type { JsonObject } from '../../element/json'
import type { RecordedSpeech, RunningRecording } from '../audio/recording'
import type { Expects, WebhookResult } from '../delivery/answer'
import type { Application } from '../delivery/application'
import type { Sign } from '../delivery/signing'
import type { Target } from '../delivery/target'
import type { PendingWebhook, SentWebhook } from '../delivery/webhook'
import type { SimulatorError } from '../errors'
import type { Conversation } from '../leg/conversation'
import type { LegDescription, SimulatedLeg } from '../leg/simulated-leg'
import type { SimulatorCode, SimulatorDetail } from '../messages'
import type { Pace, TimedCall } from '../pace/timed-call'
import type { SimulatedPlatform } from '../platform'
import type { NewHistoryEntry } from './history'
import type { EndReason, NewTimelineEntry } from './timeline'

/** The end of a flow: all its actions were done, or a webhook was answered with a refused NCCO. */
export type FlowEnd = 'done' | 'invalid'

/** An NCCO that runs on a leg of its own. */
export interface LegFlow {
  readonly isWaiting: boolean
  stop(): void
}

/** A call, as its legs, its actions and the courier of its webhooks see it. */
export interface CallHost extends TimedCall {
  readonly platform: SimulatedPlatform
  readonly application: Application
  /** The call's own conversation. */
  readonly home: Conversation
  /** The leg that the flow of the call runs on. */
  readonly leg: SimulatedLeg
  /** The destination of events that no action directs elsewhere. */
  readonly eventTarget: Target
  readonly answerMethod: 'GET' | 'POST'
  /** Signs; absent: the application gave no secret. */
  readonly sign: Sign | undefined
  /** A number of the application's. */
  readonly ownNumber: string
  /** Its recordings, including those that have ended. */
  readonly allRecordings: RunningRecording[]
  /** What inputs with `saveAudio` have heard. */
  readonly savedAudio: RecordedSpeech[]
  readonly webhooks: SentWebhook[]
  /** The findings that the timeline lists. */
  readonly listedFindings: Set<string>
  readonly ended: { readonly at: number; readonly reason: EndReason } | undefined
  /** A clause that says what the call is doing. */
  readonly doing: string
  /** Adds an entry to the timeline. */
  log(entry: NewTimelineEntry): void
  logAction(leg: SimulatedLeg, action: string, does: string): void
  /** Adds an entry to the history. */
  remember(entry: NewHistoryEntry): void
  /** Sends a webhook to which no answer counts. */
  send(webhook: PendingWebhook): void
  /** Sends an error event. */
  sendError(reason: string): void
  /** Sends a webhook that may be answered with an NCCO. */
  ask(webhook: PendingWebhook, onResult: (result: WebhookResult) => void, expects?: Expects): void
  addLeg(description: Omit<LegDescription, 'uuid'>): SimulatedLeg
  /** Runs an NCCO on a leg that was called, before it is joined. */
  runOn(leg: SimulatedLeg, ncco: readonly JsonObject[], onEnd: (end: FlowEnd) => void): LegFlow
  /** Brings a leg back into the call's own conversation. */
  returnHome(leg: SimulatedLeg): void
  /** Does something to the call, then lets time pass. */
  perform(act: () => void, pace?: Partial<Pace>): Promise<void>
  /** Ends the call because its flow goes in a circle. */
  endLoop(): void
  transcript(): string
  /** Makes an error with the transcript. */
  error<C extends SimulatorCode>(code: C, detail: SimulatorDetail<C>): SimulatorError
}
