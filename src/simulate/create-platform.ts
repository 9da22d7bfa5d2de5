import { type AssertionsOf, assertOptions } from './assert-options'
import type { Call } from './call/call'
import { CallInProgress } from './call/call-in-progress'
import { CallRegistry } from './call/call-registry'
import { viewCall } from './call/view'
import type { TimedCall } from './pace/timed-call'
import { type Network, type NetworkOptions, networkAssertions, SimulatedPlatform } from './platform'

/**
 * Options of {@link createPlatform}.
 *
 * @example
 * ```ts
 * const platform = createPlatform({ startsAt: '2026-12-24T09:00:00Z', maxSeconds: 600 })
 * ```
 */
export interface PlatformOptions extends NetworkOptions {}

const platformAssertions: AssertionsOf<PlatformOptions> = networkAssertions

/**
 * A telephone network in memory, with a clock of its own. Calls of one platform can meet in a conversation.
 *
 * @example
 * ```ts
 * const platform = createPlatform({ pace: 'real', speed: 100 })
 * const call = await dial([{ action: 'talk', text: 'Hello.' }], { platform })
 * await call.wait()
 * await platform.close()
 * ```
 */
export interface Platform extends Network {
  /** Its calls, in the order in which they began: all that last, and the last 1,000 that are over. */
  readonly calls: readonly Call[]
}

/**
 * Makes a platform, for calls that share a clock and conversations, or that need its options.
 *
 * @throws SimulatorError `simulator-option`
 * @example
 * ```ts
 * const platform = createPlatform({ streams: { 'https://example.com/jingle.mp3': 4.5 } })
 * const room = [{ action: 'conversation', name: 'standup' }]
 * const ada = await dial(room, { platform, from: '447700900001' })
 * const ben = await dial(room, { platform, from: '447700900002' })
 * ada.hears(ben) // true
 * ```
 */
export function createPlatform(options: PlatformOptions = {}): Platform {
  assertOptions('createPlatform()', options, platformAssertions)
  return new SharedPlatform(options)
}

/** A platform that knows its calls. */
class SharedPlatform extends SimulatedPlatform implements Platform {
  readonly #registry = new CallRegistry()

  get calls(): Call[] {
    return this.#registry.all.map(viewCall)
  }

  override join(call: TimedCall): void {
    super.join(call)
    if (call instanceof CallInProgress) this.#registry.add(call)
  }

  override leave(call: TimedCall): void {
    super.leave(call)
    if (call instanceof CallInProgress) this.#registry.end(call)
  }
}
