import { starts } from '../start/starts'
import { usePlayground } from './context'

/** Chooses a flow to begin with, and shares the one that was written. */
export function StartMenu() {
  const playground = usePlayground()
  const { value } = playground.start
  return (
    <div class="row start">
      <select
        aria-label="Flow to begin with"
        value={value ?? ''}
        onChange={(event) => playground.choose(event.currentTarget.value)}
      >
        {value === undefined && <option value="">Your flow</option>}
        {starts.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <button type="button" onClick={() => void playground.share()}>
        Share the flow
      </button>
    </div>
  )
}
