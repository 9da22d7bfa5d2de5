import type { Signal } from '@preact/signals'
import { type CallMap, parseScript } from 'ncco-jsx/simulate'
import { useStudio } from './context'

/** What a caller would not like, each with a call that shows it. */
export function MapFindings({
  map: { findings },
  chosen,
}: {
  readonly map: CallMap
  readonly chosen: Signal<string | undefined>
}) {
  const studio = useStudio()
  if (findings.length === 0) return null
  return (
    <section aria-label="Findings">
      <h3>
        {findings.length} finding{findings.length === 1 ? '' : 's'}
      </h3>
      {findings.map(({ code, state, script, message, remedy }) => (
        <p key={`${code} ${state} ${message}`} class="finding">
          <strong>{code}</strong> at{' '}
          <button
            type="button"
            class="source"
            onClick={() => {
              chosen.value = state
            }}
          >
            {state}
          </button>{' '}
          {message} <em>{remedy}</em>{' '}
          <button
            type="button"
            class="quiet"
            disabled={!studio.canCall.value}
            onClick={() => void studio.play(parseScript(script.join('; ')))}
          >
            Call to there
          </button>
        </p>
      ))}
    </section>
  )
}
