import { findStart } from '../start/starts'
import { usePlayground } from './context'

/** What can be tried with a flow of the menu. */
export function Hint() {
  const id = usePlayground().start.value
  if (id === undefined) return null
  return <p class="hint">Call it. {findStart(id).hint}</p>
}
