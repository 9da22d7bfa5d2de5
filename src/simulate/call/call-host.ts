import type { JsonObject } from '../../element/json'
import type { RunningRecording } from '../audio/recording'
import type { Courier } from '../delivery/courier'
import type { Target } from '../delivery/target'
import type { Conversation } from '../leg/conversation'
import type { LegDescription, SimulatedLeg } from '../leg/simulated-leg'
import type { SimulatedPlatform } from '../platform'
import type { NewTimelineEntry } from './timeline'

/** How a flow ended: its actions were all done, or it was answered with an NCCO that was refused. */
export type FlowEnd = 'done' | 'invalid'

/** An NCCO that runs on a leg of its own. */
export interface LegFlow {
  readonly isWaiting: boolean
  stop(): void
}

/** The call, as its actions see it. */
export interface CallHost {
  readonly platform: SimulatedPlatform
  readonly courier: Courier
  /** The call's own conversation. */
  readonly home: Conversation
  /** Where events go that no action directs elsewhere. */
  readonly eventTarget: Target
  /** A number of the application's. */
  readonly ownNumber: string
  readonly answerMethod: 'GET' | 'POST'
  /** Its recordings, also those that have ended. */
  readonly allRecordings: RunningRecording[]
  log(entry: NewTimelineEntry): void
  /** Sends an error event. */
  sendError(reason: string): void
  logAction(leg: SimulatedLeg, action: string, does: string): void
  addLeg(description: Omit<LegDescription, 'uuid'>): SimulatedLeg
  /** Runs an NCCO on a leg that was called, before it is joined. */
  runOn(leg: SimulatedLeg, ncco: readonly JsonObject[], onEnd: (end: FlowEnd) => void): LegFlow
  /** Brings a leg back into the call's own conversation. */
  returnHome(leg: SimulatedLeg): void
}
