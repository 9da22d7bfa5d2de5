import type { CallHost } from '../call/call-host'
import type { NewTimelineEntry } from '../call/timeline'
import { recordingsOf } from '../leg/person'
import type { SimulatedLeg } from '../leg/simulated-leg'
import { BargeIn } from './barge-in'
import { Ear } from './ear'
import { bytesOf, type Frame, frameSeconds, type SampleRate, samplesOf } from './frame'
import { FrameFaults } from './frame-faults'
import { toBytes, toSamples } from './pcm'
import { Playout } from './playout'
import type { Hearer, Port } from './port'
import { type Turn, Turns } from './turns'
import { Voice } from './voice'

interface Wire {
  /** Sends a frame to the server. */
  onFrame(bytes: Uint8Array<ArrayBuffer>): void
  /** What the server sent before it asked for this notice has been played. */
  onMark(payload: unknown): void
}

/** The audio of a websocket: what its server sends is played to the call, and the mix of the others goes to the server. */
export class WebsocketAudio implements Port {
  readonly voice = new Voice()
  readonly said: Ear
  readonly heard: Ear
  readonly rate: SampleRate
  readonly heardBy = new Set<Hearer>()
  isActive = true
  /** Whether audio begins with the frame that plays now. */
  #begins = false
  readonly #call: CallHost
  readonly #leg: SimulatedLeg
  readonly #wire: Wire
  readonly #playout: Playout
  readonly #faults: FrameFaults
  readonly #turns: Turns
  readonly #bargeIn: BargeIn
  readonly #silence: Uint8Array<ArrayBuffer>

  constructor(call: CallHost, leg: SimulatedLeg, rate: SampleRate, wire: Wire) {
    const { name } = leg
    const note = (text: string) => this.#log({ type: 'note', text })
    this.#call = call
    this.#leg = leg
    this.#wire = wire
    this.rate = rate
    this.said = new Ear(call.platform.audioSeconds)
    this.heard = new Ear(call.platform.audioSeconds)
    this.#playout = new Playout(rate, (payload) => wire.onMark(payload))
    this.#faults = new FrameFaults(name, rate, note)
    this.#turns = new Turns((seconds) =>
      note(`${name} has sent no audio for ${seconds} s since someone spoke.`),
    )
    this.#bargeIn = new BargeIn((seconds) =>
      note(
        `Someone speaks, and ${name} has not sent clear: ${seconds.toFixed(2)} s of its audio are still to be played.`,
      ),
    )
    this.#silence = toBytes(new Int16Array(samplesOf(rate)))
  }

  get turns() {
    return this.#turns.all
  }

  /** A message of the server. */
  receive(bytes: Uint8Array): void {
    if (bytes.length !== bytesOf(this.rate)) return this.#faults.wrongSize(bytes.length)
    if (!this.#playout.add(toSamples(bytes))) this.#faults.overrun()
  }

  /** Asks for a notice when what was received so far has been played. */
  mark(payload: unknown): void {
    this.#playout.mark(payload)
  }

  /** Drops what was not played yet. */
  clear(): void {
    const { seconds } = this.#playout
    const after = this.#bargeIn.clear(this.#call.platform.clock.elapsed)
    this.#playout.clear()
    this.#faults.drained()
    if (seconds === 0) return
    const since = after === undefined ? '' : `, ${after.toFixed(2)} s after someone began to speak`
    const text = `${this.#leg.name} clears ${seconds.toFixed(2)} s of its audio${since}.`
    this.#log({ type: 'note', text })
  }

  take(at: number): Frame | undefined {
    const frame = this.#playout.take()
    if (this.#playout.seconds === 0) this.#faults.drained()
    const heard = this.said.push(frame, at)
    this.#begins = heard.event === 'began'
    // Silence before it may have reached others.
    if (this.#begins) this.heardBy.clear()
    if (heard.event === 'ended') this.#end(heard.seconds, at)
    else if (heard.isAudible && !this.#begins) this.#turns.talkOver(at)
    if (this.said.since === undefined) this.#turns.await(at)
    else this.#faults.play(frame !== undefined)
    return frame
  }

  hear(frame: Frame | undefined, at: number): void {
    const { event, isAudible } = this.heard.push(frame, at)
    if (event === 'began') this.#bargeIn.begin(at, this.#playout.seconds)
    // What begins now answers only if nobody speaks now.
    if (this.#begins) this.#begin(isAudible ? undefined : this.#turns.answer(at))
    if (isAudible) this.#turns.hear(at + frameSeconds)
    this.#bargeIn.await(at, this.#playout.seconds)
    this.#wire.onFrame(frame ? toBytes(frame.samples) : this.#silence)
  }

  /** The connection is over. */
  end(): void {
    this.isActive = false
    const seconds = this.said.end()
    if (seconds !== undefined) this.#end(seconds, this.#call.platform.clock.elapsed)
    this.heard.end()
    this.#faults.end()
  }

  #begin(turn: Turn | undefined): void {
    const leg = this.#leg.name
    this.#log({ type: 'audio', leg, ...(turn && { latency: turn.seconds }) })
  }

  /** Tells those who heard it how long it was, because nobody knows the words. */
  #end(seconds: number, at: number): void {
    this.#faults.endBurst(seconds)
    const text = `(${seconds.toFixed(2)} s of audio)`
    const listeners = [...this.heardBy]
    for (const { name, player } of listeners) {
      player.overhear(text)
      this.#log({ type: 'heard', leg: name, text, seconds, by: this.#leg.name })
    }
    const recordings = recordingsOf(this.#leg, listeners)
    if (recordings.size === 0) return
    const sound = this.said.track.segments.at(-1)
    for (const recording of recordings) {
      const begin = sound?.at ?? Math.max(0, at - seconds)
      recording.utterances.push({ text, at: begin, seconds, by: this.#leg.uuid, sound })
    }
  }

  #log(entry: NewTimelineEntry): void {
    this.#call.platform.happen(() => this.#leg.log(entry))
  }
}
