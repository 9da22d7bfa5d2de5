import type { Player } from '../audio/player'
import type { RunningRecording } from '../audio/recording'
import type { Conversation, Member } from './conversation'
import type { Endpoint } from './endpoint'
import type { AnswerOptions, LegStatus, Unanswered } from './leg'
import type { Listener } from './listener'

/** What a leg can do, by the part of the call that made it. */
export interface LegControl {
  answer(options: AnswerOptions): void
  refuse(status: Unanswered, detail?: string): void
  hangUp(): void
  disconnect(): void
}

export interface LegDescription {
  readonly uuid: string
  readonly endpoint: Endpoint
  readonly direction: 'inbound' | 'outbound'
  readonly from: string | undefined
  readonly to: string
  /** Who it is in the timeline. */
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
  /** Those of it, not of a conversation, that have not ended. */
  readonly recordings = new Set<RunningRecording>()
  status: LegStatus = 'started'
  conversation: Conversation | undefined
  control: LegControl | undefined
  answeredAt: number | undefined
  /** When what was said last is said to its end. */
  speaksUntil = 0
  /** What runs on it, and the action that holds that. */
  flow: { readonly current: Listener | undefined } | undefined
  /** Takes every key, whatever else takes it: an input in asynchronous mode. */
  keyListener: ((key: string) => void) | undefined

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

  get heard(): string[] {
    return this.player.heard
  }
}
