import type { CallView } from '../call/call-view'
import { useStudio } from './context'

/** The action that runs, with the time that is left, and what is left of the NCCO. */
export function NowLine() {
  const { view: shown, isReady } = useStudio()
  const view = shown.value
  if (!view) return <p class="now muted">No call yet.</p>
  const left = view.next === undefined ? undefined : Math.max(0, view.next - view.now)
  const { name, stack } = running(view)
  return (
    <p class="now">
      <span class="clock">{view.now.toFixed(1)} s</span>
      <strong>{view.isEnded ? 'ended' : name}</strong>
      {!view.isEnded && !isReady.value && (
        <span class="left">the time stands still until the app is ready</span>
      )}
      {!view.isEnded && isReady.value && left !== undefined && (
        <span class="left">{left.toFixed(1)} s left</span>
      )}
      {!view.isEnded && stack > 0 && (
        <span class="muted">
          {stack} more action{stack === 1 ? '' : 's'}
        </span>
      )}
    </p>
  )
}

function running(view: CallView): { name: string; stack: number } {
  const { running, state: told, isWaiting } = view
  // An input is there from the beginning of the prompt that a key would interrupt.
  const isUnder = told === 'listening' && !isWaiting && isPrompted(view)
  const state = isUnder ? 'under a prompt' : told
  if (!running) return { name: state, stack: 0 }
  const { ncco, index } = running
  const action = (ncco[index] as { readonly action?: unknown } | undefined)?.action
  return { name: `${String(action ?? state)}: ${state}`, stack: ncco.length - 1 - index }
}

/** Whether nobody has interrupted what was heard last. */
function isPrompted({ stories }: CallView): boolean {
  const timeline = stories[0]?.timeline ?? []
  return (
    timeline.findLast(({ type }) => type === 'heard' || type === 'interrupted')?.type === 'heard'
  )
}
