import type { CallHost } from '../call/call-host'
import type { NewTimelineEntry } from '../call/timeline'
import type { SimulatedLeg } from '../leg/simulated-leg'
import { BargeIn } from './barge-in'
import { Ear } from './ear'
import { bytesOf, type Frame, frameSeconds, type SampleRate, samplesOf } from './frame'
import { FrameFaults } from './frame-faults'
import { LiveSpeech } from './live-speech'
import { toBytes, toSamples } from './pcm'
import { Playout } from './playout'
import type { Hearer, Port } from './port'
import { Turns } from './turns'
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
  isActive = true
  /** Whether audio begins with the frame that plays now. */
  #begins = false
  readonly #call: CallHost
  readonly #leg: SimulatedLeg
  readonly #wire: Wire
  readonly #playout: Playout
  readonly #faults: FrameFaults
  readonly #speech: LiveSpeech
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
    this.#speech = new LiveSpeech(leg, (entry) => this.#log(entry))
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

  get heardBy(): Set<Hearer> {
    return this.#speech.heardBy
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
    if (this.#begins) this.#speech.begin()
    if (heard.event === 'ended') this.#end(heard.seconds)
    else if (heard.isAudible && !this.#begins) this.#turns.talkOver(at)
    if (!this.said.isInBurst) this.#turns.await(at)
    else {
      this.#faults.play(frame !== undefined)
      this.#speech.record(frame, at, heard.isAudible)
    }
    return frame
  }

  hear(frame: Frame | undefined, at: number): void {
    const { event, isAudible } = this.heard.push(frame, at)
    if (event === 'began') this.#bargeIn.begin(at, this.#playout.seconds)
    // What begins now answers only if nobody speaks now.
    if (this.#begins) this.#speech.announce(isAudible ? undefined : this.#turns.answer(at)?.seconds)
    if (isAudible) this.#turns.hear(at + frameSeconds)
    this.#bargeIn.await(at, this.#playout.seconds)
    this.#wire.onFrame(frame ? toBytes(frame.samples) : this.#silence)
  }

  /** The connection is over. */
  end(): void {
    this.isActive = false
    const seconds = this.said.end()
    if (seconds !== undefined) this.#end(seconds)
    this.heard.end()
    this.#faults.end()
  }

  #end(seconds: number): void {
    this.#faults.endBurst(seconds)
    this.#speech.end(seconds)
  }

  #log(entry: NewTimelineEntry): void {
    this.#call.platform.happen(() => this.#leg.log(entry))
  }
}
