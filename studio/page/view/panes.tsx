import { signal } from '@preact/signals'
import { MapPane } from './map-pane'
import { NccoPane } from './ncco-pane'
import { ErrorMark, OutputPane } from './output-pane'
import { Scrolling } from './scrolling'
import { WebhooksPane } from './webhooks-pane'

const panes = [
  { name: 'NCCO', Pane: NccoPane },
  { name: 'Webhooks', Pane: WebhooksPane },
  { name: 'Map', Pane: MapPane },
  { name: 'Output', Pane: OutputPane },
] as const

const chosen = signal(0)

/** The views of the call for engineers, one at a time. */
export function Panes() {
  const current = panes[chosen.value] ?? panes[0]
  const go = (step: number) => {
    chosen.value = (chosen.value + step + panes.length) % panes.length
    document.getElementById(`tab-${chosen.value}`)?.focus()
  }
  return (
    <section class="column panes" aria-label="Details">
      <div
        class="tabs"
        role="tablist"
        aria-label="Details"
        onKeyDown={({ key }) => {
          if (key === 'ArrowRight') go(1)
          if (key === 'ArrowLeft') go(-1)
        }}
      >
        {panes.map(({ name }, index) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${index}`}
            aria-selected={chosen.value === index}
            aria-controls="pane"
            tabIndex={chosen.value === index ? 0 : -1}
            onClick={() => {
              chosen.value = index
            }}
          >
            {name}
            {name === 'Output' && current.name !== name && <ErrorMark />}
          </button>
        ))}
      </div>
      <Scrolling id="pane" role="tabpanel" aria-labelledby={`tab-${chosen.value}`} class="pane">
        <current.Pane />
      </Scrolling>
    </section>
  )
}
