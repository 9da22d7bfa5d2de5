import type { Player } from '../audio/player'
import type { RunningRecording } from '../audio/recording'
import type { NewTimelineEntry } from '../call/timeline'
import type { Target } from '../delivery/target'
import { PhoneAudio } from '../media/phone-audio'
import type { Line, Port } from '../media/port'
import type { Announcements } from './announcements'
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

/** How long a key is pressed, in milliseconds, as websockets are told. */
const keyDuration = 260

/** The state of a leg; `leg-acts.ts` and `person.ts` change it. */
export class SimulatedLeg implements Member {
  readonly uuid: string
  readonly name: string
  readonly endpoint: Endpoint
  readonly description: LegDescription
  readonly player: Player
  readonly announcements: Announcements
  /** The audio of a person. */
  readonly phone: PhoneAudio
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
  /** The connection to its server. Absent: it is a person, or a websocket that a script answers. */
  line: Line | undefined
  /** The flow that runs on it, with the action that holds the flow. */
  flow: { readonly current: Listener | undefined } | undefined
  /** Receives every key, also if something else takes it: an input in asynchronous mode. */
  keyListener: ((key: string) => void) | undefined
  /** Where the application wants these keys, instead of the event URL of the input. */
  keyTarget: Target | undefined

  /** Adds an entry to the timeline of the call that it is in. */
  log: (entry: NewTimelineEntry) => void = () => {}

  /** @param audioSeconds the most audio that is kept */
  constructor(
    description: LegDescription,
    player: Player,
    announcements: Announcements,
    audioSeconds: number,
  ) {
    this.phone = new PhoneAudio(audioSeconds)
    this.description = description
    this.uuid = description.uuid
    this.name = description.name
    this.endpoint = description.endpoint
    this.player = player
    this.announcements = announcements
  }

  get isWebsocket(): boolean {
    return this.endpoint.type === 'websocket'
  }

  /** Whether it rings until someone acts. A server answers by itself. */
  get isRinging(): boolean {
    return this.status === 'ringing' && !this.line
  }

  get isOver(): boolean {
    return !['started', 'ringing', 'answered'].includes(this.status)
  }

  /** Others do not hear it, or do again, also if the NCCO muted it. */
  setMuted(isMuted: boolean): void {
    this.isMuted = isMuted
    if (!isMuted) this.conversation?.unmute(this)
  }

  /** It hears nobody, or does again. */
  setDeaf(isDeaf: boolean): void {
    this.isDeaf = isDeaf
  }

  get port(): Port {
    return this.line?.port ?? this.phone
  }

  /** Takes the first message of the platform. */
  begin(message: object): void {
    this.received.push(message)
    this.line?.begin(message)
  }

  /** Takes a message of the platform. A websocket passes it on to its server. */
  receive(message: object): void {
    this.received.push(message)
    this.line?.send(message)
  }

  /** Says and hears nothing any more. What is recorded of it is kept. */
  endAudio(): void {
    for (const recording of this.recordings) recording.end('the leg ended')
    this.line?.close()
    this.phone.end()
  }

  /** Hears a key that another party pressed. */
  hearKey(key: string): void {
    if (!this.isWebsocket) this.received.push(key)
    else this.receive({ event: 'websocket:dtmf', digit: key, duration: keyDuration })
  }

  get heard(): string[] {
    return [...this.player.heard, ...this.announcements.underWay]
  }
}
