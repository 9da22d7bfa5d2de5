import type { Player } from '../audio/player'
import type { RunningRecording } from '../audio/recording'
import type { Port } from '../media/port'

/** A leg, as a conversation sees it. */
export interface Member {
  readonly uuid: string
  readonly name: string
  readonly player: Player
  /** What it says and hears as audio. */
  readonly port: Port
  /** Running recordings of this leg. */
  readonly recordings: ReadonlySet<RunningRecording>
  /** Whether others do not hear it. */
  readonly isMuted: boolean
  /** Whether it hears nobody. */
  readonly isDeaf: boolean
  /** A websocket is told of the keys of all whom it hears. */
  readonly isWebsocket: boolean
  conversation: Conversation | undefined
  /** Hears a key that another one pressed. */
  hearKey(key: string): void
}

/** The audio controls of a leg in a conversation, and the callbacks of its flow. */
export interface Membership {
  /** Uuids of the legs that it hears. Absent: all. */
  readonly canHear?: readonly string[] | undefined
  /** Uuids of the legs that hear it; absent: all. */
  readonly canSpeak?: readonly string[] | undefined
  readonly mute?: boolean | undefined
  /** Whether the conversation begins when it enters. */
  readonly startOnEnter: boolean
  /** Whether the conversation ends when it leaves. */
  readonly endOnExit: boolean
  /** The conversation began, while it was waiting. */
  readonly onStart?: (() => void) | undefined
  /** Its conversation ended. After a transfer this is another one than it entered. */
  readonly onEnd: (ended: Conversation) => void
}

interface NumberedMembership extends Membership {
  /** Who enters later has a larger one. */
  readonly number: number
}

/** Legs that may hear each other: those of one call, or of everyone in a named conversation. */
export class Conversation {
  readonly #members = new Map<Member, NumberedMembership>()
  #entries = 0
  readonly #onEnd: () => void
  #hasStarted = false
  /** The recording of a conversation with `record`, which ends with it. */
  recording: RunningRecording | undefined

  constructor(
    readonly id: string,
    /** Absent for the conversation that is a call's own, which ends with the call. */
    readonly name: string | undefined,
    onEnd: () => void,
  ) {
    this.#onEnd = onEnd
  }

  get legs(): Member[] {
    return [...this.#members.keys()]
  }

  isMuted(leg: Member): boolean {
    return leg.isMuted || this.#members.get(leg)?.mute === true
  }

  /** Ends the mute that the leg entered with. */
  unmute(leg: Member): void {
    const membership = this.#members.get(leg)
    if (membership) this.#members.set(leg, { ...membership, mute: false })
  }

  get hasStarted(): boolean {
    return this.#hasStarted
  }

  enter(leg: Member, membership: Membership): void {
    this.#members.set(leg, { ...membership, number: this.#entries++ })
    leg.conversation = this
    if (this.#hasStarted || !membership.startOnEnter) return
    this.#hasStarted = true
    for (const { onStart } of [...this.#members.values()]) onStart?.()
  }

  /** @returns its audio controls and callbacks */
  leave(leg: Member): Membership | undefined {
    const membership = this.#members.get(leg)
    if (!membership) return undefined
    this.#members.delete(leg)
    leg.conversation = undefined
    const isDeserted = this.name !== undefined && this.#members.size === 0
    if (membership.endOnExit || isDeserted) this.end()
    return membership
  }

  /** Ends its recording, so that another one may begin. */
  stopRecording(why: string): void {
    this.recording?.end(why)
    this.recording = undefined
  }

  /** Ends it for all who are still in it. */
  end(): void {
    const members = [...this.#members]
    this.#members.clear()
    this.#onEnd()
    this.recording?.end('the conversation ended')
    for (const [leg] of members) leg.conversation = undefined
    for (const [, { onEnd }] of members) onEnd(this)
  }

  /** Everyone who hears this leg now. */
  listenersOf(speaker: Member): Member[] {
    return this.legs.filter((leg) => this.hears(leg, speaker))
  }

  hears(listener: Member, speaker: Member): boolean {
    if (listener === speaker) return false
    const ears = this.#members.get(listener)
    const mouth = this.#members.get(speaker)
    if (!this.#hasStarted || !ears || !mouth) return false
    if (listener.isDeaf || this.isMuted(speaker)) return false
    const byEars = ears.canHear?.includes(speaker.uuid)
    const byMouth = mouth.canSpeak?.includes(listener.uuid)
    // Who enters first cannot name a leg that does not exist yet, so the lists of who enters later decide.
    const [decisive, other] = ears.number < mouth.number ? [byMouth, byEars] : [byEars, byMouth]
    return decisive ?? other ?? true
  }
}
