import type { Signal } from '@preact/signals'
import type { CallMap } from 'ncco-jsx/simulate'
import { routeTo } from '../map/route'
import { useStudio } from './context'
import { jsonText } from './json-text'

/** The state that was chosen in the map: what is heard, what can be done, and a call that leads there. */
export function MapDetails({
  map,
  chosen,
}: {
  readonly map: CallMap
  readonly chosen: Signal<string | undefined>
}) {
  const studio = useStudio()
  const state = map.states.find(({ id }) => id === chosen.value)
  if (!state) return null
  const route = routeTo(map, state.id)
  const acts = map.edges.filter(({ from }) => from === state.id)
  return (
    <section class="ncco" aria-label="State">
      <h3>
        State {state.id}
        <button
          type="button"
          class="quiet copy"
          disabled={!studio.canCall.value}
          onClick={() => void studio.callTo(route)}
        >
          Call to here
        </button>
      </h3>
      {state.heard.map((text, index) => (
        <p key={`${index} ${text}`}>
          <q>{text}</q>
        </p>
      ))}
      {route.length > 0 && (
        <p class="muted">
          The shortest way: <code>{route.join('; ')}</code>
        </p>
      )}
      {acts.length > 0 && (
        <ul class="map-acts">
          {acts.map(({ act, to }) => (
            <li key={act}>
              <code>{act}</code> →{' '}
              <button
                type="button"
                class="source"
                onClick={() => {
                  chosen.value = to
                }}
              >
                {to}
              </button>
            </li>
          ))}
        </ul>
      )}
      {state.ncco && (
        <details>
          <summary>NCCO</summary>
          <pre>{jsonText(state.ncco)}</pre>
        </details>
      )}
    </section>
  )
}
