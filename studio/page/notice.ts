import type { TargetState } from '../src/protocol'

/** What the page tells its reader beside the call. */
export interface Notice {
  readonly kind: 'info' | 'problem'
  readonly text: string
}

/** What is said after the app was loaded anew. */
export function reloaded(target: TargetState, acts: number): string {
  return acts > 0
    ? `${whatChanged(target)}; the call so far was played again.`
    : `${whatChanged(target)}; the call began again.`
}

/** Why the app was loaded anew. */
export function whatChanged({ changed }: TargetState): string {
  return changed.length > 0 ? `${changed.join(', ')} changed` : 'The app was loaded anew'
}

/** What is said of an act that no longer fits. */
export function misfit({ act, why }: { act: string; why: string }, what: string): Notice {
  const text = `${what} before “${act}”, which no longer fits. ${why}`
  return { kind: 'problem', text }
}
