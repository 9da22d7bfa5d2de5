import {
  type AssertionsOf,
  assertOptions,
  callable,
  may,
  refuseOption,
  seconds,
} from '../simulate/assert-options'
import { type DialOptions, dialAssertions } from '../simulate/dial'
import type { Attempts, LegOutcome } from './choices'

/** How far an exploration has come. */
export interface ExploreProgress {
  /** Calls that were made. */
  readonly calls: number
  /** The most calls. */
  readonly budget: number
  /** States that were found. */
  readonly states: number
  /** States whose acts were not all tried. */
  readonly open: number
}

/**
 * Options of {@link explore}: what is tried, how much of it, and those of the calls, as {@link dial} takes them.
 *
 * @example
 * ```ts
 * const map = await explore(app, { entries: ['29022000'], legs: ['answered', 'busy'], now: '2026-11-30T10:00:00Z' })
 * ```
 */
export interface ExploreOptions extends Omit<DialOptions, 'platform' | 'pace' | 'faults'> {
  /**
   * The keys that are pressed, one at a time, wherever keys are taken.
   * @defaultValue '0123456789*#'
   */
  keys?: string | undefined
  /** Entries of several digits that are pressed where so many are taken, such as a PIN that is right. */
  entries?: readonly string[] | undefined
  /** Phrases that are said where speech is taken, beside those of its `context` and something else. */
  phrases?: readonly string[] | undefined
  /**
   * The reactions of legs that the flow calls.
   * @defaultValue ['answered', 'busy', 'unanswered', 'machine']
   */
  legs?: readonly LegOutcome[] | undefined
  /**
   * The most acts in one call.
   * @defaultValue 24
   */
  depth?: number | undefined
  /**
   * The most calls.
   * @defaultValue 10000
   */
  calls?: number | undefined
  /**
   * The longest call, in seconds of its own clock.
   * @defaultValue 3600
   */
  seconds?: number | undefined
  /**
   * The time at which every call begins: ISO 8601. What depends on the clock, such as opening hours, is mapped as it is then.
   * @defaultValue '2026-01-01T00:00:00.000Z'
   */
  now?: string | undefined
  /**
   * Called before each call with its number, from 1: puts back what the app remembers of other calls. It may return options of this call,
   * such as a number of its own.
   */
  beforeCall?: BeforeCall | undefined
  /** Stops the exploration; the map then has what was found so far. */
  signal?: AbortSignal | undefined
  /** Called now and then. */
  onProgress?: ((progress: ExploreProgress) => void) | undefined
}

/** Prepares a call of an exploration. */
// biome-ignore-start lint/suspicious/noConfusingVoidType: a function that returns nothing fits too.
export type BeforeCall = (
  number: number,
) => Partial<CallerOptions> | undefined | void | Promise<Partial<CallerOptions> | undefined | void>
// biome-ignore-end lint/suspicious/noConfusingVoidType: a function that returns nothing fits too.

/** The options of `dial` that tell who calls, and whom. */
type CallerOptions = Pick<DialOptions, 'from' | 'to' | 'fromUser' | 'sipHeaders' | 'customData'>

const outcomes: readonly LegOutcome[] = ['answered', 'busy', 'unanswered', 'machine']

/** The options with their defaults. */
export interface Settings {
  readonly attempts: Attempts
  readonly depth: number
  readonly calls: number
  readonly seconds: number
  readonly now: string
  readonly beforeCall: BeforeCall | undefined
  readonly signal: AbortSignal | undefined
  readonly onProgress: ((progress: ExploreProgress) => void) | undefined
  /** For `dial`. */
  readonly dialling: DialOptions
}

const count = (expected: string) =>
  may(expected, (value) => Number.isInteger(value) && (value as number) >= 1)

const listOf = (expected: string, isRight: (entry: unknown) => boolean) =>
  may(expected, (value) => Array.isArray(value) && value.every(isRight))

const { platform, pace, faults, ...dialling } = dialAssertions

const exploreAssertions: AssertionsOf<ExploreOptions> = {
  ...dialling,
  keys: may('keys of a telephone: 0 to 9, * and #', (value) => isKeys(value)),
  entries: listOf('a list of keys, such as 1234 or 12#', isKeys),
  phrases: listOf('a list of texts', (entry) => typeof entry === 'string'),
  legs: listOf(`a list of ${outcomes.join(', ')}`, (entry) =>
    outcomes.includes(entry as LegOutcome),
  ),
  depth: count('a number of acts, 1 or more'),
  calls: count('a number of calls, 1 or more'),
  seconds,
  now: may('a time in ISO 8601', (value) => !Number.isNaN(Date.parse(String(value)))),
  beforeCall: callable,
  signal: may('an AbortSignal', (value) => typeof (value as AbortSignal)?.aborted === 'boolean'),
  onProgress: callable,
}

function isKeys(value: unknown): boolean {
  return typeof value === 'string' && /^[\d*#]+$/.test(value)
}

/** @throws SimulatorError `simulator-option` */
export function toSettings(options: ExploreOptions): Settings {
  assertOptions('explore()', options, exploreAssertions)
  const {
    keys = '0123456789*#',
    entries = [],
    phrases = [],
    legs = outcomes,
    depth = 24,
    calls = 10_000,
    seconds = 3600,
    now = '2026-01-01T00:00:00.000Z',
    beforeCall,
    signal,
    onProgress,
    ...dialling
  } = options
  if (seconds === 0) refuseOption('seconds', 'more than 0')
  const attempts = { keys: [...new Set(keys)], entries, phrases, legs }
  return { attempts, depth, calls, seconds, now, beforeCall, signal, onProgress, dialling }
}
