import { Queue } from '../simulate/queue'
import { likenessOf } from './alike'
import type { MapEdge } from './call-map'
import type { Caller, Journey } from './caller'
import { choicesAt } from './choices'
import { hiddenIn, type KnownState, toKnownState } from './known-state'
import { Leftovers } from './leftovers'
import type { Moment, Step } from './moment'
import type { Settings } from './options'

/** A way through the app: the acts, and the states between which they lead. */
interface Way {
  readonly script: readonly string[]
  /** One more than the acts: the last one is where the way leads. */
  readonly states: readonly KnownState[]
}

/** A cycle is gone round so often, to see whether the app counts the rounds. */
const mostRounds = 10

/** After so many calls, timers and signals have their turn. */
const callsBetweenBreaks = 50

/** Finds the states of an app, by calling it again and again. */
export class Explorer {
  readonly states: KnownState[] = []
  readonly edges: MapEdge[] = []
  readonly left = new Leftovers()
  /** The scripts that met a slow webhook, by its path. */
  readonly slow = new Map<string, Way>()
  readonly #caller: Caller
  readonly #settings: Settings
  readonly #byLikeness = new Map<string, KnownState>()
  readonly #edgeKeys = new Set<string>()
  /** Ways to states whose acts are to be tried. */
  readonly #open = new Queue<Way>()
  /** Ways to states that look like known ones, and may differ from them by what is sealed. */
  readonly #doubts = new Queue<Way>()
  readonly #doubted = new Set<string>()

  constructor(caller: Caller, settings: Settings) {
    this.#caller = caller
    this.#settings = settings
  }

  async explore(): Promise<void> {
    const journey = await this.#call([])
    const moment = journey?.steps[0]?.moment
    if (!journey || !moment) return
    this.#find(moment, { script: [], states: [] })
    this.#noteSlow(journey, { script: [], states: [...this.states] })
    for (;;) {
      const way = this.#open.take()
      if (way) await this.#expand(way)
      else {
        const doubt = this.#doubts.take()
        if (!doubt) return
        await this.#resolve(doubt)
      }
    }
  }

  /** Tries every act at the end of a way, but those that were tried there. */
  async #expand(way: Way, tried: ReadonlySet<string> = new Set()): Promise<void> {
    for (const act of choicesAt(endOf(way).moment, this.#settings.attempts)) {
      if (!tried.has(act)) await this.#try(way, act)
    }
  }

  /** Looks whether what lies behind a known state is the same on another way to it. */
  async #resolve(way: Way): Promise<void> {
    const state = endOf(way)
    const before = way.states.lastIndexOf(state, -2)
    if (before >= 0) return this.#goRound(way, before)
    const tried = new Set<string>()
    let differs = false
    for (const [act, expected] of representatives(state)) {
      tried.add(act)
      const found = await this.#try(way, act)
      differs ||= found !== undefined && found !== expected
    }
    if (differs) await this.#expand(way, tried)
  }

  /** Goes round a cycle again and again, until the app leads elsewhere: it may give up after some attempts. */
  async #goRound(way: Way, before: number): Promise<void> {
    const acts = way.script.slice(before)
    const states = way.states.slice(before + 1)
    const rounds = Math.min(
      mostRounds,
      Math.floor((this.#settings.depth - way.script.length) / acts.length),
    )
    if (rounds < 1) return
    const script = [...way.script, ...repeat(acts, rounds)]
    const journey = await this.#call(script)
    if (!journey) return this.left.add(endOf(way), acts[0] ?? '', this.#whyStopped)
    let round: Way = way
    for (let at = way.script.length; at < script.length; at++) {
      const moment = journey.steps[at + 1]?.moment
      const expected = states[(at - way.script.length) % states.length]
      if (!moment) return
      const found = this.#meet(round, script[at] ?? '', moment)
      if (found !== expected) return
      round = { script: script.slice(0, at + 1), states: [...round.states, found] }
    }
  }

  /** Does one act at the end of a way. Returns the state that follows. */
  async #try(way: Way, act: string): Promise<KnownState | undefined> {
    const from = endOf(way)
    const script = [...way.script, act]
    if (script.length > this.#settings.depth) return this.left.add(from, act, 'depth')
    const journey = await this.#call(script)
    if (!journey) return this.left.add(from, act, this.#whyStopped)
    const { steps, lastSeconds } = journey
    const isTooLong =
      steps.at(-1)?.moment.ended === 'endless' &&
      (steps.length <= script.length || lastSeconds < this.#settings.seconds / 2)
    if (isTooLong) return this.left.add(from, act, 'seconds')
    if (!this.#isAt(from, steps[way.script.length])) {
      this.#meetChange(steps, way)
      return this.left.add(from, act, 'changed')
    }
    const moment = steps[script.length]?.moment
    // Silence that nothing ends leads nowhere.
    if (!moment) return undefined
    const to = this.#meet(way, act, moment)
    this.#noteSlow(journey, { script, states: [...way.states, to] })
    return to
  }

  #isAt(state: KnownState, step: Step | undefined): boolean {
    return step !== undefined && this.#byLikeness.get(likenessOf(step.moment)) === state
  }

  /** The app remembers other calls, and did not lead along a way that it led before. What it showed is true all the same. */
  #meetChange(steps: readonly Step[], { script, states }: Way): void {
    const at = states.findIndex((state, index) => !this.#isAt(state, steps[index]))
    const moment = steps[at]?.moment
    if (!moment || at < 1) return
    const before = { script: script.slice(0, at - 1), states: states.slice(0, at) }
    this.#meet(before, script[at - 1] ?? '', moment)
  }

  /** Notes where an act led, and what is to be done about it. */
  #meet(way: Way, act: string, moment: Moment): KnownState {
    const from = endOf(way)
    const known = this.#byLikeness.get(likenessOf(moment))
    const to = known ?? this.#find(moment, { ...way, script: [...way.script, act] })
    if (!from.follows.has(act)) from.follows.set(act, to)
    const key = `${from.number} ${to.number} ${act}`
    if (!this.#edgeKeys.has(key)) {
      this.#edgeKeys.add(key)
      this.edges.push({ from: from.id, to: to.id, act })
    }
    if (known) this.#doubt(way, act, moment, known)
    return to
  }

  /** Adds a state. */
  #find(moment: Moment, { script, states }: Way): KnownState {
    const state = toKnownState(moment, script, this.states.length + 1, states.at(-1))
    this.states.push(state)
    this.#byLikeness.set(likenessOf(moment), state)
    this.#open.add({ script, states: [...states, state] })
    return state
  }

  /** A state that looks like a known one is looked behind if its NCCO differs, or has a seal, which may hide a difference. */
  #doubt(way: Way, act: string, moment: Moment, known: KnownState): void {
    if (moment.ended || !moment.ncco) return
    const { text, isSealed } = hiddenIn(moment)
    if (known.nccos.has(text)) {
      if (!isSealed) return
      // Once for each pair of states and kind of act: wrong keys are alike.
      const key = `${endOf(way).number} ${known.number} ${act.replace(/ .*/s, '')}`
      if (this.#doubted.has(key)) return
      this.#doubted.add(key)
    }
    known.nccos.add(text)
    this.#doubts.add({ script: [...way.script, act], states: [...way.states, known] })
  }

  async #call(script: readonly string[]): Promise<Journey | undefined> {
    const { calls, signal, onProgress } = this.#settings
    if (this.#caller.calls >= calls || signal?.aborted) return undefined
    if (this.#caller.calls % callsBetweenBreaks === 0) {
      onProgress?.({
        calls: this.#caller.calls,
        states: this.states.length,
        open: this.#open.length,
      })
      await new Promise((resolve) => setTimeout(resolve))
    }
    return this.#caller.make(script)
  }

  get #whyStopped(): 'stopped' | 'calls' {
    return this.#settings.signal?.aborted ? 'stopped' : 'calls'
  }

  #noteSlow({ slow }: Journey, { script, states }: Way): void {
    for (const { step, path } of slow) {
      if (this.slow.has(path)) continue
      this.slow.set(path, { script: script.slice(0, step), states: states.slice(0, step + 1) })
    }
  }
}

function endOf({ states }: Way): KnownState {
  return states.at(-1) as KnownState
}

/** An act for each state that follows: acts that led to the same are alike. */
function representatives({ follows }: KnownState): [act: string, to: KnownState][] {
  const seen = new Set<KnownState>()
  return [...follows].filter(([, to]) => !seen.has(to) && seen.add(to))
}

function repeat<Entry>(entries: readonly Entry[], times: number): Entry[] {
  return Array.from({ length: times }, () => entries).flat()
}
