import type { ReadonlySignal } from '@preact/signals'

/** How loud something is, 0 to 1. */
export function Level({ label, level }: { label: string; level: ReadonlySignal<number> }) {
  return <meter class="level" aria-label={label} min={0} max={1} value={level.value} />
}
