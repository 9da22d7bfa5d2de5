import type { TargetState } from '../src/protocol'

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
