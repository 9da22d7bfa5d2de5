import { type Signal, useSignal } from '@preact/signals'
import type { CallMap, MapState } from 'ncco-jsx/simulate'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { type Layout, nodeSize, type PlacedEdge } from '../map/layout'
import type { Way } from '../map/locate'
import { Scrolling } from './scrolling'

const sizes = [0.4, 0.6, 0.8, 1] as const

interface MapGraphProps {
  readonly map: CallMap
  readonly layout: Layout
  readonly way: Way | undefined
  readonly chosen: Signal<string | undefined>
}

/** The states as boxes, the acts as arrows between them. */
export function MapGraph({ map, layout, way, chosen }: MapGraphProps) {
  const size = useSignal<number>(sizes.length - 1)
  const scale = sizes[size.value] ?? 1
  const step = (change: number) => {
    size.value = Math.min(Math.max(size.value + change, 0), sizes.length - 1)
  }
  const troubled = new Set(map.findings.map(({ state }) => state))
  const frame = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const box = frame.current
    const current = box?.querySelector('[aria-current]')
    if (box && current) showInside(box, current)
  }, [way?.current, scale])
  return (
    <div class="map">
      <div class="map-size">
        <button type="button" class="quiet" aria-label="Smaller" onClick={() => step(-1)}>
          −
        </button>
        <button type="button" class="quiet" aria-label="Larger" onClick={() => step(1)}>
          +
        </button>
      </div>
      <Scrolling tag="section" box={frame} class="map-window" aria-label="Map">
        <div style={{ width: layout.width * scale, height: layout.height * scale }}>
          <div
            class="map-plane"
            style={{ width: layout.width, height: layout.height, transform: `scale(${scale})` }}
          >
            <Arrows layout={layout} way={way} />
            {layout.nodes.map(({ id, left, top }) => {
              const state = map.states.find((one) => one.id === id)
              return (
                state && (
                  <button
                    key={id}
                    type="button"
                    class={stateClass(state, way, troubled)}
                    style={{ left, top, ...nodeSize }}
                    aria-pressed={chosen.value === id}
                    aria-current={way?.current === id ? 'step' : undefined}
                    onClick={() => {
                      chosen.value = id
                    }}
                  >
                    <span class="map-words">{wordsOf(state)}</span>
                    <small>{notesOf(state)}</small>
                  </button>
                )
              )
            })}
          </div>
        </div>
      </Scrolling>
    </div>
  )
}

/** Scrolls a box, and nothing around it, until a part of it is in the middle, unless all of that is in view. */
function showInside(box: Element, part: Element): void {
  const [view, place] = [box.getBoundingClientRect(), part.getBoundingClientRect()]
  const isInside =
    place.left >= view.left &&
    place.right <= view.right &&
    place.top >= view.top &&
    place.bottom <= view.bottom
  if (isInside) return
  box.scrollBy(
    (place.left + place.right - view.left - view.right) / 2,
    (place.top + place.bottom - view.top - view.bottom) / 2,
  )
}

function Arrows({ layout, way }: { layout: Layout; way: Way | undefined }) {
  return (
    <svg width={layout.width} height={layout.height} aria-hidden="true">
      <defs>
        <marker
          id="head"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto-start-reverse"
        >
          <path d="M0 0 8 4 0 8z" fill="context-stroke" />
        </marker>
      </defs>
      {layout.edges.map((edge) => (
        <g
          key={`${edge.from} ${edge.to}`}
          class={edge.edges.some((one) => way?.edges.has(one)) ? 'arrow taken' : 'arrow'}
        >
          <path d={pathOf(edge)} marker-end="url(#head)" />
          <text x={edge.at.x} y={edge.at.y}>
            {edge.label}
          </text>
        </g>
      ))}
    </svg>
  )
}

/** A line through the points, with round corners. */
function pathOf({ points }: PlacedEdge): string {
  const [first, ...rest] = points
  const last = rest.pop()
  if (!first || !last) return ''
  const corners = rest.map((point, index) => {
    const next = rest[index + 1] ?? last
    return `Q${point.x} ${point.y} ${(point.x + next.x) / 2} ${(point.y + next.y) / 2}`
  })
  return `M${first.x} ${first.y}${corners.join('')}L${last.x} ${last.y}`
}

function stateClass(
  { id, ended }: MapState,
  way: Way | undefined,
  troubled: ReadonlySet<string>,
): string {
  return [
    'map-state',
    ended === undefined ? '' : 'ended',
    way?.states.has(id) ? 'visited' : '',
    way?.current === id ? 'current' : '',
    troubled.has(id) ? 'troubled' : '',
  ]
    .filter((one) => one !== '')
    .join(' ')
}

function wordsOf({ heard, activity }: MapState): string {
  return heard.length > 0 ? heard.join(' ') : activity
}

function notesOf({ ended, leg, activity, path }: MapState): string {
  if (ended !== undefined) return `ends: ${ended}`
  const place = leg ? ` ${leg.to}` : ''
  return `${activity}${place}${path === undefined ? '' : ` · ${path}`}`
}
