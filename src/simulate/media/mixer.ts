import type { Conversation, Member } from '../leg/conversation'
import { type Frame, frameSeconds, type SampleRate } from './frame'
import { mix } from './pcm'
import { Ticker } from './ticker'

/** Brings the audio of a platform from who speaks to who hears, 50 times a second, while there is any. */
export class Mixer {
  readonly #now: () => number
  readonly #ticker = new Ticker(frameSeconds * 1000, () => this.#tick())
  /** Legs that say something, and websockets, which take silence too. */
  readonly #active = new Set<Member>()

  constructor(now: () => number) {
    this.#now = now
  }

  /** Lets the audio of a leg flow, until its port is not active any more. */
  add(member: Member): void {
    this.#active.add(member)
    this.#ticker.start()
  }

  /** Lets audio flow that is due, also if the machine is late with it. */
  catchUp(): void {
    this.#ticker.catchUp()
  }

  #tick(): void {
    const at = this.#now()
    const members = this.#members()
    for (const { port } of members) port.voice.frame = port.take(at)
    for (const listener of members) listener.port.hear(mixFor(listener), at)
    for (const member of members) {
      if (member.port.isActive) this.#active.add(member)
      else this.#active.delete(member)
    }
    if (this.#active.size === 0) this.#ticker.stop()
  }

  /** The active legs, and those that may hear them. */
  #members(): Set<Member> {
    const members = new Set(this.#active)
    const rooms = new Set<Conversation>()
    for (const { conversation } of this.#active) if (conversation) rooms.add(conversation)
    for (const room of rooms) for (const member of room.legs) members.add(member)
    return members
  }
}

/** The mix of all whom a leg hears, itself not among them; `undefined` for silence. */
function mixFor(listener: Member): Frame | undefined {
  const room = listener.conversation
  if (!room) return undefined
  const voices: { member: Member; frame: Frame }[] = []
  for (const member of room.legs) {
    const { frame } = member.port.voice
    if (!frame || !room.hears(listener, member)) continue
    member.port.heardBy?.add(listener)
    voices.push({ member, frame })
  }
  if (voices.length === 0) return undefined
  const rate = listener.port.rate ?? highest(voices.map(({ frame }) => frame.rate))
  return {
    rate,
    samples: mix(voices.map(({ member, frame }) => member.port.voice.at(rate, frame))),
  }
}

function highest(rates: readonly SampleRate[]): SampleRate {
  return rates.reduce((most, rate) => (rate > most ? rate : most))
}
