import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { LegDoes } from '../call/act'
import type { CallView } from '../call/call-view'
import { isLive, type LegState } from '../call/leg-state'
import type { Aside } from '../call/lines'
import type { SocketHost, SocketLine } from '../host/socket-host'
import { loudnessOf } from './loudness'
import { Microphone } from './microphone'
import type { RecordedTrack } from './recording-file'
import { SoundTrack } from './sound-track'

/** A websocket leg that is connected to its server. */
export interface LiveLeg {
  readonly status: 'connecting' | 'open'
  /** How loud its server is, 0 to 1. */
  readonly level: Signal<number>
  /** The times from the end of what was said to the first sound of an answer, in seconds. */
  readonly latencies: readonly number[]
}

/** What the legs need around them. */
interface Surroundings {
  readonly sockets: SocketHost | undefined
  readonly view: ReadonlySignal<CallView | undefined>
  /** Whether an earlier call is being played again, which shows for a moment what is not so any more. */
  readonly isBusy: ReadonlySignal<boolean>
  /** Plays what a server says. */
  readonly play: (samples: Int16Array, rate: number) => void
}

interface Connected {
  readonly line: SocketLine
  readonly track: SoundTrack
  /** How many messages of the platform were passed on, or known before. */
  told: number
}

/** The connections of websocket legs to their servers, and the microphone that they hear. */
export class LiveLegs {
  /** By the uuid of the leg. */
  readonly legs = signal<ReadonlyMap<string, LiveLeg>>(new Map())
  /** What happened on connections. */
  readonly asides = signal<readonly Aside[]>([])
  /** Whether audio flows, which it does only in real time. */
  readonly isAny = computed(() => this.legs.value.size > 0)
  readonly microphone = new Microphone((samples, rate) => this.#hearMicrophone(samples, rate))
  readonly #around: Surroundings
  readonly #connected = new Map<string, Connected>()
  #tracks: SoundTrack[] = []
  #caller = new SoundTrack()

  constructor(around: Surroundings) {
    this.#around = around
    effect(() => {
      const view = around.view.value
      if (view && !around.isBusy.value) this.#follow(view)
    })
  }

  get canConnect(): boolean {
    return this.#around.sockets !== undefined
  }

  /**
   * Connects a leg to its server. A leg that rings is answered by that.
   *
   * @param signature the name of the variable with the secret that signs
   * @param act lets the leg do something
   */
  connect(leg: LegState, signature: string | undefined, act: (does: LegDoes) => void): void {
    const { sockets } = this.#around
    if (!sockets || this.legs.peek().has(leg.uuid)) return
    const { uuid, name } = leg
    const track = new SoundTrack()
    this.#tracks.push(track)
    this.#set(uuid, { status: 'connecting', level: signal(0), latencies: [] })
    const line = sockets.connect(leg.endpoint, signature, {
      onAudio: (samples, rate) => this.#hear(uuid, track, samples, rate),
      onHappening: (happening) => {
        const now = this.legs.peek().get(uuid)
        switch (happening.kind) {
          case 'open':
            if (now) this.#set(uuid, { ...now, status: 'open' })
            return this.#statusOf(uuid) === 'ringing' ? act({ kind: 'answer' }) : undefined
          case 'note':
            return this.note('note', '', happening.text)
          case 'audio': {
            const { latency } = happening
            const after = latency === undefined ? '' : ` after ${latency.toFixed(2)} s`
            this.note('leg', name, `sends audio${after}`)
            if (!now || latency === undefined) return
            return this.#set(uuid, { ...now, latencies: [...now.latencies, latency] })
          }
          case 'heard':
            return this.note('leg', name, `was heard: ${happening.text}`)
          case 'refused':
          case 'closed':
            return this.#lose(uuid, happening, act)
        }
      },
    })
    this.#connected.set(uuid, { line, track, told: leg.received.length })
  }

  /** A call begins anew: nothing of the one before is left. */
  clear(): void {
    for (const uuid of [...this.#connected.keys()]) this.#end(uuid)
    this.microphone.stop()
    this.asides.value = []
    this.#tracks = []
    this.#caller = new SoundTrack()
  }

  /** What was heard of the microphone and of servers between two seconds of the call. The caller has the first channel. */
  soundsBetween(from: number, until: number): RecordedTrack[] {
    return [this.#caller, ...this.#tracks].map((track, channel) => ({
      channel,
      pieces: track.between(from, until),
    }))
  }

  #hearMicrophone(samples: Int16Array, rate: number): void {
    this.#caller.add(samples, rate, this.#now)
    for (const { line } of this.#connected.values()) line.speak(samples, rate)
  }

  #hear(uuid: string, track: SoundTrack, samples: Int16Array, rate: number): void {
    const leg = this.legs.peek().get(uuid)
    if (leg) leg.level.value = loudnessOf(samples)
    track.add(samples, rate, this.#now)
    this.#around.play(samples, rate)
  }

  /** Passes keys on, and ends what is over. */
  #follow(view: CallView): void {
    if (view.isOver) this.microphone.stop()
    for (const [uuid, connected] of this.#connected) {
      const leg = legsOf(view).find((one) => one.uuid === uuid)
      if (!leg || !isLive(leg) || view.isOver) this.#end(uuid)
      else this.#passOn(connected, leg.received)
    }
  }

  #passOn(connected: Connected, received: readonly unknown[]): void {
    for (const message of received.slice(connected.told)) {
      const { event, digit } = Object(message) as { event?: unknown; digit?: unknown }
      if (event === 'websocket:dtmf') connected.line.press(String(digit))
    }
    connected.told = received.length
  }

  /** The server is not there, or no longer. */
  #lose(
    uuid: string,
    { kind, why }: { readonly kind: 'refused' | 'closed'; readonly why: string },
    act: (does: LegDoes) => void,
  ): void {
    this.#forget(uuid)
    if (kind === 'refused') this.note('note', '', why)
    const status = this.#statusOf(uuid)
    if (status === 'ringing') act({ kind: 'fail' })
    if (status === 'answered') act({ kind: 'disconnect' })
  }

  #statusOf(uuid: string): string | undefined {
    const view = this.#around.view.peek()
    return view && legsOf(view).find((leg) => leg.uuid === uuid)?.status
  }

  #end(uuid: string): void {
    this.#connected.get(uuid)?.line.end()
    this.#forget(uuid)
  }

  #forget(uuid: string): void {
    this.#connected.delete(uuid)
    const legs = new Map(this.legs.peek())
    legs.delete(uuid)
    this.legs.value = legs
  }

  #set(uuid: string, leg: LiveLeg): void {
    this.legs.value = new Map([...this.legs.peek(), [uuid, leg]])
  }

  /** Tells of something in the transcript. */
  note(kind: Aside['kind'], who: string, text: string): void {
    this.asides.value = [...this.asides.peek(), { at: this.#now, kind, who, text }]
  }

  get #now(): number {
    return this.#around.view.peek()?.now ?? 0
  }
}

/** The legs of every call. */
function legsOf({ legs, others }: CallView): LegState[] {
  return [...legs, ...others.flatMap((other) => other.legs)]
}
