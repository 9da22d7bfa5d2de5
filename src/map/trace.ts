import { isJsonObject, type JsonObject } from '../element/json'
import { objectOf, textOf } from '../simulate/actions/action-options'
import { isHoldingRecord } from '../simulate/actions/record'
import type { CallState } from '../simulate/call/activity'
import type { CallInProgress } from '../simulate/call/call-in-progress'
import type { HistoryEntry } from '../simulate/call/history'
import type { EndReason, TimelineEntry, WebhookEntry } from '../simulate/call/timeline'
import type { SimulatedLeg } from '../simulate/leg/simulated-leg'
import type { HeardPrompt, Moment, Step, Waiting } from './moment'
import { pathOf } from './url-path'

/** The course of a call so far: the first moment, and each act with the moment after it. A hang-up of the caller ends it. */
export function traceOf(call: CallInProgress): readonly Step[] {
  const tracer = new Tracer(call)
  let next = 0
  for (let at = 0; at <= call.timeline.length; at++) {
    for (; call.history[next]?.at === at; next++) {
      tracer.takeHistory(call.history[next] as HistoryEntry)
    }
    const entry = call.timeline[at]
    if (entry) tracer.takeTimeline(entry)
  }
  return tracer.end()
}

/** An action that a leg has reached. */
interface Reached {
  readonly ncco: readonly JsonObject[]
  readonly index: number
  readonly name: string
  readonly options: JsonObject
}

const activities: Readonly<Record<string, CallState>> = {
  input: 'listening',
  record: 'recording',
  connect: 'connecting',
  conversation: 'conversation',
  transfer: 'conversation',
  wait: 'waiting',
  talk: 'playing',
  stream: 'playing',
}

/** Reads the timeline and the history of a call side by side. */
class Tracer {
  readonly #call: CallInProgress
  readonly #steps: Step[] = []
  #act: string | undefined
  #heard: HeardPrompt[] = []
  #legHeard: string[] = []
  #failures: string[] = []
  /** The failures before the current action of the caller. Those after it belong to what decided it. */
  #olderFailures = 0
  /** The action of the caller's flow. */
  #reached: Reached | undefined
  /** The leg that the caller's connect called, and the action of its own flow. */
  #callee: SimulatedLeg | undefined
  #calleeReached: Reached | undefined
  #connects = 0
  #isJoined = false
  /** Whether somebody acted since the caller's flow, or that of the leg, reached its action. */
  #hasActed = false
  #isPressing = false
  #webhook: string | undefined
  #path: string | undefined
  #ended: EndReason | undefined
  #isOver = false

  constructor(call: CallInProgress) {
    this.#call = call
  }

  end(): readonly Step[] {
    if (!this.#isOver) this.#close()
    return this.#steps
  }

  takeTimeline(entry: TimelineEntry): void {
    if (this.#isOver) return
    switch (entry.type) {
      case 'heard':
        if (entry.by !== undefined) return
        if (entry.leg === this.#call.leg.name) {
          const { text, seconds, loop = 1 } = entry
          this.#heard.push({ text, seconds: seconds * (loop || 1), isEndless: loop === 0 })
        } else this.#legHeard.push(entry.text)
        return
      case 'webhook':
        return this.#takeWebhook(entry)
      case 'ended':
        this.#ended = entry.reason
    }
  }

  takeHistory(entry: HistoryEntry): void {
    if (this.#isOver) return
    const isCaller = entry.leg === this.#call.leg
    switch (entry.type) {
      case 'begun':
        return this.#reach(toReached(entry.ncco, entry.index), isCaller)
      case 'left':
        return this.#leave(isCaller)
      case 'joined':
        this.#isJoined = true
        this.#calleeReached = undefined
        return
      case 'act':
        return this.#take(entry.act, isCaller)
    }
  }

  #takeWebhook({ kind, url, answer, attempt }: WebhookEntry): void {
    this.#webhook = pathOf(url)
    this.#isPressing = false
    const takesNcco = kind === 'answer' || kind === 'input' || kind === 'fallback'
    if (takesNcco && !/^2\d\d/.test(answer) && answer !== 'nobody is there to answer') {
      const again = attempt > 1 ? ' again' : ''
      this.#failures.push(`${pathOf(url)} failed${again}: ${firstWords(answer)}`)
    }
  }

  #reach(reached: Reached, isCaller: boolean): void {
    this.#hasActed = false
    this.#isPressing = false
    if (!isCaller) {
      this.#calleeReached = reached
      return
    }
    if (reached.ncco !== this.#reached?.ncco) this.#path = this.#webhook
    this.#reached = reached
    this.#olderFailures = this.#failures.length
    this.#calleeReached = undefined
    this.#isJoined = false
    // The leg is added right after its connect began.
    if (reached.name === 'connect') this.#callee = this.#call.legs[this.#connects++]
  }

  /** An action that ended by itself: whoever was asked was silent. */
  #leave(isCaller: boolean): void {
    const { name } = (isCaller ? this.#reached : this.#calleeReached) ?? {}
    if (this.#hasActed) return
    if (name === 'input' || name === 'record') {
      const failures = this.#failures.splice(this.#olderFailures)
      this.#begin(isCaller ? 'silence' : 'leg silence')
      this.#failures = failures
    } else if (name === 'connect' && this.#callee?.status === 'timeout') {
      this.#begin('leg unanswered')
    }
  }

  #take(act: string, isCaller: boolean): void {
    const text = isCaller ? act : `leg ${act}`
    const isKey = act.startsWith('press ')
    if (isKey && this.#isPressing && this.#act !== undefined) {
      this.#act += act.slice('press '.length)
      return
    }
    this.#begin(text)
    this.#hasActed = true
    this.#isPressing = isKey
    this.#isOver = text === 'hang up'
  }

  #begin(act: string): void {
    this.#close()
    this.#act = act
    this.#heard = []
    this.#legHeard = []
    this.#failures = []
    this.#olderFailures = 0
    this.#isPressing = false
  }

  #close(): void {
    const reached = this.#reached
    const activity = this.#activity
    const isWithLeg = activity === 'connecting' || activity === 'connected'
    const endpoint = isWithLeg ? this.#callee?.endpoint : undefined
    const moment: Moment = {
      heard: this.#heard,
      legHeard: this.#legHeard,
      activity,
      waiting: this.#waiting,
      leg: endpoint && { type: String(endpoint.type), to: this.#callee?.name ?? '' },
      detectsMachines: reached !== undefined && isWithLeg && detectsMachines(reached.options),
      ended: this.#ended,
      ncco: reached?.ncco,
      index: reached?.index ?? 0,
      path: this.#path,
      failures: this.#failures,
    }
    this.#steps.push({ act: this.#act, moment })
  }

  get #activity(): CallState {
    if (this.#ended) return 'ended'
    if (this.#isJoined) return 'connected'
    return activities[this.#reached?.name ?? ''] ?? 'asking'
  }

  get #waiting(): Waiting | undefined {
    if (this.#ended || this.#isJoined) return undefined
    if (this.#calleeReached) return toWaiting(this.#calleeReached, 'leg')
    return this.#reached && toWaiting(this.#reached, 'caller')
  }
}

function toReached(ncco: readonly object[], index: number): Reached {
  const action = ncco[index]
  const options = isJsonObject(action) ? (action as JsonObject) : {}
  return { ncco: ncco as readonly JsonObject[], index, name: String(options.action), options }
}

function toWaiting({ name, options, ncco, index }: Reached, who: Waiting['who']) {
  const isInput = name === 'input' && textOf(options, 'mode') !== 'asynchronous'
  const isRecord = name === 'record' && isHoldingRecord(options, index === ncco.length - 1)
  if (isInput) return { who, name: 'input', options } as const
  return isRecord ? ({ who, name: 'record', options } as const) : undefined
}

function detectsMachines(options: JsonObject): boolean {
  return (
    textOf(options, 'machineDetection') !== undefined ||
    objectOf(options, 'advancedMachineDetection') !== undefined
  )
}

/** The beginning of an answer in words, up to where it would show a body or findings. */
function firstWords(answer: string): string {
  return answer.split(/[\n,]/)[0] ?? ''
}
