import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Leg } from 'ncco-jsx/simulate'
import type { LegDoes } from '../call/act'
import type { CallView } from '../call/call-view'
import { isLive, type LegState } from '../call/leg-state'
import type { Aside } from '../call/lines'
import type { SocketHost, SocketLine } from '../host/socket-host'
import { loudnessOf } from './loudness'
import { Microphone } from './microphone'
import { type OnHeard, Voices } from './voices'

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
  /** Plays what the caller hears. */
  readonly play: OnHeard
  /** The caller's own leg, in the call that the page shows. */
  readonly caller: () => Leg | undefined
  /** The leg with this id in it. */
  readonly legOf: (uuid: string) => Leg | undefined
}

interface Connected {
  readonly line: SocketLine
  /** How many messages of the platform were passed on, or known before. */
  told: number
}

/** The audio of a call: the connections of websocket legs to their servers, and the microphone as somebody's voice. */
export class LiveLegs {
  /** By the uuid of the leg. */
  readonly legs = signal<ReadonlyMap<string, LiveLeg>>(new Map())
  /** What happened on connections. */
  readonly asides = signal<readonly Aside[]>([])
  /** Whether audio flows, which it does only in real time. */
  readonly isAny = computed(() => this.legs.value.size > 0 || this.microphone.isOn.value)
  /** The leg whose voice the microphone is. Absent: the caller's. */
  readonly #speaker = signal<string | undefined>(undefined)
  readonly microphone: Microphone = new Microphone((samples, rate) =>
    this.#hearMicrophone(samples, rate),
  )
  readonly #around: Surroundings
  readonly #connected = new Map<string, Connected>()
  readonly #voices: Voices

  constructor(around: Surroundings) {
    this.#around = around
    this.#voices = new Voices(around.legOf)
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
    if (this.isVoiceOf(uuid)) this.microphone.stop()
    this.#set(uuid, { status: 'connecting', level: signal(0), latencies: [] })
    const line = sockets.connect(leg.endpoint, signature, {
      onAudio: (samples, rate) => this.#hear(uuid, samples, rate),
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
            if (!now || latency === undefined) return
            this.note('leg', name, `answers after ${latency.toFixed(2)} s`)
            return this.#set(uuid, { ...now, latencies: [...now.latencies, latency] })
          }
          case 'refused':
          case 'closed':
            return this.#lose(uuid, happening, act)
        }
      },
    })
    this.#connected.set(uuid, { line, told: leg.received.length })
  }

  /** A call begins anew: nothing of the one before is left. */
  clear(): void {
    for (const uuid of [...this.#connected.keys()]) this.#end(uuid)
    this.microphone.stop()
    this.asides.value = []
    this.#voices.keep(new Map())
  }

  /**
   * Makes the microphone the voice of a leg; absent: of the caller.
   *
   * @throws an error that says why there is no audio
   */
  async speakAs(uuid: string | undefined): Promise<void> {
    this.#speaker.value = uuid
    await this.microphone.start()
  }

  /** Whether the microphone is the voice of this leg; absent: of the caller. */
  isVoiceOf(uuid: string | undefined): boolean {
    return this.microphone.isOn.value && this.#speaker.value === uuid
  }

  #hearMicrophone(samples: Int16Array, rate: number): void {
    const uuid = this.#speaker.peek() ?? this.#around.caller()?.uuid
    if (uuid !== undefined) this.#voices.speak(uuid, samples, rate)
  }

  #hear(uuid: string, samples: Int16Array, rate: number): void {
    const leg = this.legs.peek().get(uuid)
    if (leg) leg.level.value = loudnessOf(samples)
    this.#voices.speak(uuid, samples, rate)
  }

  /** Passes keys on, ends what is over, and lets audio flow between the others. */
  #follow(view: CallView): void {
    const speaker = this.#speaker.peek()
    const isGone = speaker !== undefined && !isThere(view, speaker)
    if (view.isOver || isGone) this.microphone.stop()
    for (const [uuid, connected] of this.#connected) {
      const leg = legsOf(view).find((one) => one.uuid === uuid)
      if (!leg || !isLive(leg) || view.isOver) this.#end(uuid)
      else this.#passOn(connected, leg.received)
    }
    this.#voices.keep(this.#ears(view))
  }

  /** Who hears what: each connected server what its leg hears, and the reader what the caller hears. */
  #ears(view: CallView): Map<string, OnHeard> {
    const ears = new Map<string, OnHeard>()
    if (!this.isAny.peek()) return ears
    for (const [uuid, { line }] of this.#connected) {
      ears.set(uuid, (samples, rate) => line.speak(samples, rate))
    }
    const speaker = this.microphone.isOn.peek() ? this.#speaker.peek() : undefined
    if (speaker !== undefined) ears.set(speaker, () => {})
    // The reader is the person of another call while that has the reader's voice.
    const isPerson = view.others.some(({ person }) => person.uuid === speaker)
    const listener = isPerson ? speaker : this.#around.caller()?.uuid
    if (listener !== undefined) ears.set(listener, this.#around.play)
    return ears
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

/** Whether somebody whom the reader answers for is still in the call. */
function isThere(view: CallView, uuid: string): boolean {
  const parties = [...legsOf(view), ...view.others.map(({ person }) => person)]
  return parties.some((party) => party.uuid === uuid && isLive(party))
}
