import type {
  CallState,
  Recording,
  RunningNcco,
  SentWebhook,
  TimelineEntry,
} from 'ncco-jsx/simulate'
import type { Act, ActFault } from './act'
import type { CallRun } from './call-run'
import type { Exchange } from './exchange'
import type { LegState } from './leg-state'
import type { Replacement } from './stack'
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
  readonly timeline: readonly TimelineEntry[]
  readonly replacements: readonly Replacement[]
  readonly running: RunningNcco | undefined
  readonly legs: readonly LegState[]
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
  const { call, platform } = run
  return {
    now: platform.now,
    next: platform.next,
    state: call?.state ?? 'calling',
    isWaiting: run.isWaiting,
    isEnded: call?.ended !== undefined,
    timeline: grown(before?.timeline, call?.timeline ?? []),
    replacements: grown(before?.replacements, run.replacements),
    running: call?.running,
    legs: run.legs,
    webhooks: call?.webhooks ?? [],
    recordings: call?.recordings ?? [],
    exchanges,
    acts: run.acts,
    steps: grown(before?.steps, run.steps),
    fault: run.fault,
  }
}

/** A copy of a list that only grows; the copy before if it has not. */
function grown<T>(before: readonly T[] | undefined, now: readonly T[]): readonly T[] {
  const isSame = before?.length === now.length && before[0] === now[0]
  return isSame ? before : [...now]
}
