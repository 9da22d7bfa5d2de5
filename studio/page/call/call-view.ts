import type { Call, CallState, Recording, RunningNcco, SentWebhook } from 'ncco-jsx/simulate'
import type { Act, ActFault } from './act'
import type { CallRun } from './call-run'
import type { Exchange } from './exchange'
import type { LegState } from './leg-state'
import type { Story } from './lines'
import type { OtherCall } from './other-call'
import type { Step } from './steps'

/** A call at a moment, as the page shows it. */
export interface CallView {
  /** Seconds on the clock. */
  readonly now: number
  /** The second at which something happens by itself. */
  readonly next: number | undefined
  readonly state: CallState | 'calling'
  readonly isWaiting: boolean
  readonly isEnded: boolean
  readonly running: RunningNcco | undefined
  readonly legs: readonly LegState[]
  readonly others: readonly OtherCall[]
  /** Whether every call has ended. */
  readonly isOver: boolean
  /** What happened in each call, that of the caller first. */
  readonly stories: readonly Story[]
  readonly webhooks: readonly SentWebhook[]
  readonly recordings: readonly Recording[]
  readonly exchanges: readonly Exchange[]
  readonly acts: readonly Act[]
  readonly steps: readonly Step[]
  readonly fault: ActFault | undefined
}

/** A call as it is now. Lists that have not grown stay the same ones. */
export function viewRun(
  run: CallRun,
  exchanges: readonly Exchange[],
  before: CallView | undefined,
): CallView {
  const { subject: call, platform } = run
  // Of a call that is being made, requests are known before its webhooks.
  const calls = [...(run.call ? [run.call] : []), ...run.others.values()]
  return {
    now: platform.now,
    next: platform.next,
    state: call?.state ?? 'calling',
    isWaiting: run.isWaiting,
    isEnded: call?.ended !== undefined,
    isOver: run.isEnded,
    stories: storiesOf(run, before?.stories),
    running: call?.running,
    legs: run.legs,
    others: run.otherCalls,
    webhooks: inOrder(calls.flatMap(({ webhooks }) => webhooks)),
    recordings: calls.flatMap(({ recordings }) => recordings),
    exchanges,
    acts: run.acts,
    steps: grown(before?.steps, run.steps),
    fault: run.fault,
  }
}

function storiesOf(run: CallRun, before: readonly Story[] = []): readonly Story[] {
  const { call, others } = run
  const told: readonly (readonly [number: number | undefined, call: Call])[] = [
    ...(call ? [[undefined, call] as const] : []),
    ...others,
  ]
  return told.map(([number, one]) => {
    const last = before.find((story) => story.number === number)
    const timeline = grown(last?.timeline, one.timeline)
    const replacements = grown(last?.replacements, run.replacementsOf(one))
    const isSame = timeline === last?.timeline && replacements === last.replacements
    return isSame ? last : { number, timeline, replacements }
  })
}

/** The webhooks of several calls, in the order in which they went out. */
function inOrder(webhooks: readonly SentWebhook[]): readonly SentWebhook[] {
  return [...webhooks].sort((one, other) => one.at - other.at)
}

/** A copy of a list that only grows; the copy before if it has not. */
function grown<T>(before: readonly T[] | undefined, now: readonly T[]): readonly T[] {
  const isSame = before?.length === now.length && before[0] === now[0]
  return isSame ? before : [...now]
}
