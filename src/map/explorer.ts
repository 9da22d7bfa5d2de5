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
  readonly acts: readonly string[]
  /** The same as acts of a script. */
  readonly script: readonly string[]
  /** One more than the acts: the last one is where the way leads. */
  readonly states: readonly KnownState[]
}

/** An edge with its act as acts of a script. */
export interface FoundEdge extends MapEdge {
  readonly script: readonly string[]
}

const beginning: Way = { acts: [], script: [], states: [] }

/** A cycle is gone round so often, to see whether the app counts the rounds. */
const mostRounds = 10

/** After so many calls, or milliseconds, timers and signals have their turn. */
const callsBetweenBreaks = 50
const timeBetweenBreaks = 100

/** Finds the states of an app, by calling it again and again. */
export class Explorer {
  readonly states: KnownState[] = []
  readonly edges: FoundEdge[] = []
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
  /** When the last break was. */
  #lastBreak = performance.now()

  constructor(caller: Caller, settings: Settings) {
    this.#caller = caller
    this.#settings = settings
  }

  async explore(): Promise<void> {
    const journey = await this.#call([])
    const moment = journey?.steps[0]?.moment
    if (!journey || !moment) return
    const state = this.#find(moment, beginning)
    this.#noteSlow(journey, { ...beginning, states: [state] })
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
    const cycle = way.acts.slice(before)
    const states = way.states.slice(before + 1)
    const rounds = Math.min(
      mostRounds,
      Math.floor((this.#settings.depth - way.acts.length) / cycle.length),
    )
    if (rounds < 1) return
    const acts = [...way.acts, ...repeat(cycle, rounds)]
    const journey = await this.#call(acts)
    if (!journey) return this.left.add(endOf(way), cycle[0] ?? '', this.#whyStopped)
    let round = way
    for (let at = way.acts.length; at < acts.length; at++) {
      const expected = states[(at - way.acts.length) % states.length]
      const next = this.#meet(round, acts[at] ?? '', journey)
      if (!next || endOf(next) !== expected) return
      round = next
    }
  }

  /** Does one act at the end of a way. Returns the state that follows. */
  async #try(way: Way, act: string): Promise<KnownState | undefined> {
    const from = endOf(way)
    const acts = [...way.acts, act]
    if (acts.length > this.#settings.depth) return this.left.add(from, act, 'depth')
    const journey = await this.#call(acts)
    if (!journey) return this.left.add(from, act, this.#whyStopped)
    const { steps, lastSeconds } = journey
    const isTooLong =
      steps.at(-1)?.moment.ended === 'endless' &&
      (steps.length <= acts.length || lastSeconds < this.#settings.seconds / 2)
    if (isTooLong) return this.left.add(from, act, 'seconds')
    if (!this.#isAt(from, steps[way.acts.length])) {
      this.#meetChange(journey, way)
      return this.left.add(from, act, 'changed')
    }
    // Silence that nothing ends leads nowhere.
    const next = this.#meet(way, act, journey)
    if (!next) return undefined
    this.#noteSlow(journey, next)
    return endOf(next)
  }

  #isAt(state: KnownState, step: Step | undefined): boolean {
    return step !== undefined && this.#byLikeness.get(likenessOf(step.moment)) === state
  }

  /** The app remembers other calls, and did not lead along a way that it led before. What it showed is true all the same. */
  #meetChange(journey: Journey, { acts, script, states }: Way): void {
    const at = states.findIndex((state, index) => !this.#isAt(state, journey.steps[index]))
    if (at < 1) return
    const before = { acts: acts.slice(0, at - 1), script, states: states.slice(0, at) }
    const own = { ...before, script: journey.played.slice(0, at - 1).flat() }
    this.#meet(own, acts[at - 1] ?? '', journey)
  }

  /** Notes where the act after a way led, and what is to be done about it. Returns the way with it, if it led anywhere. */
  #meet(way: Way, act: string, { steps, played }: Journey): Way | undefined {
    const moment = steps[way.acts.length + 1]?.moment
    if (!moment) return undefined
    const from = endOf(way)
    const actInScript = played[way.acts.length] ?? [act]
    const next = { acts: [...way.acts, act], script: [...way.script, ...actInScript] }
    const known = this.#byLikeness.get(likenessOf(moment))
    const to = known ?? this.#find(moment, { ...next, states: way.states })
    const whole = { ...next, states: [...way.states, to] }
    if (!from.follows.has(act)) from.follows.set(act, to)
    const key = `${from.number} ${to.number} ${act}`
    if (!this.#edgeKeys.has(key)) {
      this.#edgeKeys.add(key)
      this.edges.push({ from: from.id, to: to.id, act, script: actInScript })
    }
    if (known) this.#doubt(whole, from, act, moment)
    return whole
  }

  /** Adds a state. */
  #find(moment: Moment, way: Way): KnownState {
    const before = way.states.at(-1)
    const state = toKnownState(moment, way.script, this.states.length + 1, before)
    this.states.push(state)
    this.#byLikeness.set(likenessOf(moment), state)
    this.#open.add({ ...way, states: [...way.states, state] })
    return state
  }

  /** A state that looks like a known one is looked behind if its NCCO differs, or has a seal, which may hide a difference. */
  #doubt(way: Way, from: KnownState, act: string, moment: Moment): void {
    const known = endOf(way)
    if (moment.ended || !moment.ncco) return
    const { text, isSealed } = hiddenIn(moment)
    if (known.nccos.has(text) && !isSealed) return
    // Once for each pair of states and kind of act: wrong keys are alike, and a text may differ each time, as one with a time does.
    const key = `${from.number} ${known.number} ${act.replace(/ .*/s, '')}`
    if (this.#doubted.has(key)) return
    this.#doubted.add(key)
    known.nccos.add(text)
    this.#doubts.add(way)
  }

  async #call(acts: readonly string[]): Promise<Journey | undefined> {
    const { calls, signal, onProgress } = this.#settings
    if (this.#caller.calls >= calls || signal?.aborted) return undefined
    const isDue = this.#caller.calls % callsBetweenBreaks === 0
    if (isDue || performance.now() - this.#lastBreak > timeBetweenBreaks) {
      onProgress?.({
        calls: this.#caller.calls,
        budget: calls,
        states: this.states.length,
        open: this.#open.length,
      })
      await new Promise((resolve) => setTimeout(resolve))
      this.#lastBreak = performance.now()
    }
    return this.#caller.make(acts)
  }

  get #whyStopped(): 'stopped' | 'calls' {
    return this.#settings.signal?.aborted ? 'stopped' : 'calls'
  }

  #noteSlow({ slow, played }: Journey, { acts, states }: Way): void {
    for (const { step, path } of slow) {
      if (this.slow.has(path)) continue
      const script = played.slice(0, step).flat()
      this.slow.set(path, { acts: acts.slice(0, step), script, states: states.slice(0, step + 1) })
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
