import { type Leg, type LiveAudio, SimulatorError } from 'ncco-jsx/simulate'

/** Hears 20 ms: mono, 16 bit. */
export type OnHeard = (samples: Int16Array, rate: number) => void

interface Voice {
  readonly leg: Leg
  /** Samples a second of what it says. Absent: it has said nothing yet. */
  readonly rate: number | undefined
  readonly line: LiveAudio
}

/** Lets legs of the call speak and hear as it happens. Who hears whom, and what is recorded, the simulator decides. */
export class Voices {
  readonly #legOf: (uuid: string) => Leg | undefined
  readonly #open = new Map<string, Voice>()
  #ears: ReadonlyMap<string, OnHeard> = new Map()

  /** @param legOf the leg with this id, in the call that the page shows */
  constructor(legOf: (uuid: string) => Leg | undefined) {
    this.#legOf = legOf
  }

  /** Opens these legs, and no others. A call that is played again has other legs of the same ids. */
  keep(ears: ReadonlyMap<string, OnHeard>): void {
    this.#ears = ears
    for (const uuid of [...this.#open.keys()]) if (!ears.has(uuid)) this.#close(uuid)
    for (const uuid of ears.keys()) this.#openAt(uuid, this.#open.get(uuid)?.rate)
  }

  /** Lets a leg say samples now, if it is one of those that are open. */
  speak(uuid: string, samples: Int16Array, rate: number): void {
    if (this.#ears.has(uuid)) this.#openAt(uuid, rate)?.line.speak(samples)
  }

  #openAt(uuid: string, rate: number | undefined): Voice | undefined {
    const known = this.#open.get(uuid)
    const leg = this.#legOf(uuid)
    if (known && known.leg === leg && known.rate === rate) return known
    this.#close(uuid)
    if (leg?.status !== 'answered') return undefined
    try {
      const line = leg.openAudio({
        rate,
        onHeard: (frame) => this.#ears.get(uuid)?.(frame.samples, frame.rate),
      })
      const voice = { leg, rate, line }
      this.#open.set(uuid, voice)
      return voice
    } catch (error) {
      // A microphone may have a rate that nobody hears.
      if (!(error instanceof SimulatorError)) throw error
      return undefined
    }
  }

  #close(uuid: string): void {
    this.#open.get(uuid)?.line.close()
    this.#open.delete(uuid)
  }
}
