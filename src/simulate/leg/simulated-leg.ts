import type { Player } from '../audio/player'
import type { RunningRecording } from '../audio/recording'
import type { NewTimelineEntry } from '../call/timeline'
import type { Conversation, Member } from './conversation'
import type { Endpoint } from './endpoint'
import type { AnswerOptions, LegStatus, Unanswered } from './leg'
import type { Listener } from './listener'

/** The operations of a leg, by the part of the call that made it. */
export interface LegControl {
  answer(options: AnswerOptions): void
  refuse(status: Unanswered, detail?: string): void
  hangUp(): void
  disconnect(): void
  /** The application hangs up, by REST. */
  release(): void
}

export interface LegDescription {
  readonly uuid: string
  readonly endpoint: Endpoint
  readonly direction: 'inbound' | 'outbound'
  readonly from: string | undefined
  readonly to: string
  /** Its name in the timeline. */
  readonly name: string
}

/** The state of a leg; `leg-acts.ts` and `person.ts` change it. */
export class SimulatedLeg implements Member {
  readonly uuid: string
  readonly name: string
  readonly endpoint: Endpoint
  readonly description: LegDescription
  readonly player: Player
  readonly received: unknown[] = []
  /** Running recordings of this leg. Those of a conversation are not included. */
  readonly recordings = new Set<RunningRecording>()
  status: LegStatus = 'started'
  conversation: Conversation | undefined
  control: LegControl | undefined
  /** Seconds of the clock. */
  startedAt = 0
  answeredAt: number | undefined
  endedAt: number | undefined
  /** Whether machine detection said so. */
  isMachine = false
  /** Whether the application muted it. */
  isMuted = false
  /** Whether the application lets it hear nobody. */
  isDeaf = false
  /** The end of the last utterance, in seconds of the clock. */
  speaksUntil = 0
  /** The flow that runs on it, with the action that holds the flow. */
  flow: { readonly current: Listener | undefined } | undefined
  /** Receives every key, also if something else takes it: an input in asynchronous mode. */
  keyListener: ((key: string) => void) | undefined

  /** Adds an entry to the timeline of the call that it is in. */
  log: (entry: NewTimelineEntry) => void = () => {}

  constructor(description: LegDescription, player: Player) {
    this.description = description
    this.uuid = description.uuid
    this.name = description.name
    this.endpoint = description.endpoint
    this.player = player
  }

  get isOver(): boolean {
    return !['started', 'ringing', 'answered'].includes(this.status)
  }

  /** Others do not hear it, or do again, also if the NCCO muted it. */
  setMuted(isMuted: boolean): void {
    this.isMuted = isMuted
    if (!isMuted) this.conversation?.unmute(this)
  }

  get heard(): string[] {
    return this.player.heard
  }
}
