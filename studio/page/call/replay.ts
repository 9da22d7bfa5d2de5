import type { Act } from './act'
import type { CallRun } from './call-run'
import type { Position } from './diary'
import { nameOf } from './script'

/** How far the acts of an earlier call could be done again. */
export interface Replayed {
  readonly done: number
  /** The first act that no longer fits, and why. */
  readonly misfit?: { readonly act: string; readonly why: string }
}

/** Does the acts of an earlier call in a new one, as far as they fit, then goes to where the caller was. */
export async function replay(
  run: CallRun,
  acts: readonly Act[],
  position: Position | undefined,
): Promise<Replayed> {
  run.repeated.begin()
  try {
    for (const [done, act] of acts.entries()) {
      try {
        await run.replay(act)
      } catch (error) {
        return { done, misfit: { act: nameOf(act), why: reasonOf(error) } }
      }
    }
    if (position) await run.goTo(position)
    return { done: acts.length }
  } finally {
    run.repeated.end()
  }
}

/** What is wrong, from the message of an error of a call: without its code, the remedy for scripts and the transcript. */
export function reasonOf(error: unknown): string {
  const { message = String(error) } = Object(error) as { message?: string }
  return message.split('\n')[0]?.replace(/^[a-z-]+: /, '') ?? ''
}
