import { useComputed, useSignal } from '@preact/signals'
import { fewCalls } from '../map/cartographer'
import { locate, type Way } from '../map/locate'
import { useStudio } from './context'
import { MapDetails } from './map-details'
import { MapFindings } from './map-findings'
import { MapGraph } from './map-graph'

const manyCalls = 10_000

/** All calls that there can be, as a graph; where the caller is lights up. */
export function MapPane() {
  const studio = useStudio()
  const { drawn, progress, generation, isStopping } = studio.cartographer
  const chosen = useSignal<string | undefined>(undefined)
  const way = useComputed<Way | undefined>(() => {
    const { map } = drawn.value ?? {}
    return map && locate(map, studio.view.value?.steps ?? [])
  })
  const isReady = studio.isReady.value
  const isOld = generation.value !== studio.connection.target.value?.generation
  const current = drawn.value
  return (
    <>
      <div class="row wrap map-tools">
        {progress.value ? (
          <>
            <button
              type="button"
              disabled={isStopping.value}
              onClick={() => studio.cartographer.stop()}
            >
              {isStopping.value ? 'Stopping…' : 'Stop'}
            </button>
            <span role="status">
              {progress.value.calls} calls, {progress.value.states} states, {progress.value.open}{' '}
              open
            </span>
          </>
        ) : (
          <>
            <button type="button" disabled={!isReady} onClick={() => void studio.drawMap(fewCalls)}>
              {current ? 'Map it again' : 'Map the app'}
            </button>
            <button
              type="button"
              disabled={!isReady}
              onClick={() => void studio.drawMap(manyCalls)}
            >
              Map all of it
            </button>
            {current && <span class="muted">{summary(current.map)}</span>}
          </>
        )}
      </div>
      {!current && (
        <p class="empty">
          The app is called up to {fewCalls} times, and each key, phrase and silence tried wherever
          it listens. What it does for real, such as a booking, it does then too.
        </p>
      )}
      {current && isOld && <p class="finding">The app has changed since.</p>}
      {current && (
        <>
          <MapGraph {...current} way={way.value} chosen={chosen} />
          <MapDetails map={current.map} chosen={chosen} />
          <MapFindings map={current.map} chosen={chosen} />
        </>
      )}
    </>
  )
}

function summary({
  states,
  edges,
  left,
}: {
  readonly states: readonly unknown[]
  readonly edges: readonly unknown[]
  readonly left: readonly unknown[]
}): string {
  const whole = left.length === 0 ? 'whole' : `${left.length} states not tried to the end`
  return `${states.length} states, ${edges.length} acts, ${whole}`
}
