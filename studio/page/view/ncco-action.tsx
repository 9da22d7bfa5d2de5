import type { Issue } from 'ncco-jsx'
import type { ActionPlace } from '../../src/protocol'
import { jsonText } from './json-text'
import { SourceLink } from './source-link'

/** How far a call has come with an action. */
type Progress = 'done' | 'now' | 'left' | undefined

export function progressOf(place: number, index: number | undefined): Progress {
  if (index === undefined) return undefined
  return place < index ? 'done' : place === index ? 'now' : 'left'
}

interface ActionProps {
  readonly action: object
  readonly place: ActionPlace | undefined
  readonly progress: Progress
  readonly issues: readonly Issue[]
}

/** An action with where it comes from, and what is wrong with it. */
export function Action({ action, place, progress, issues }: ActionProps) {
  const { action: name, ...options } = action as Readonly<Record<string, unknown>>
  return (
    <li
      class={progress ? `action is-${progress}` : 'action'}
      aria-current={progress === 'now' ? 'step' : undefined}
    >
      <p class="action-head">
        <strong>{String(name)}</strong>
        {progress && <span class="tag">{progressWords[progress]}</span>}
        {place && <Origin place={place} />}
      </p>
      {issues.map((issue) => (
        <Finding key={`${issue.code} ${issue.path}`} issue={issue} />
      ))}
      {Object.keys(options).length > 0 && <pre>{jsonText(clipped(options))}</pre>}
    </li>
  )
}

const progressWords = { done: 'done', now: 'now', left: 'to come' }

/** The component that wrote something, and its line. */
export function Origin({ place: { components, source } }: { place: ActionPlace }) {
  const [innermost, ...around] = components.map((name) => `<${name}>`)
  return (
    <span class="origin">
      {innermost !== undefined && (
        <code title={[innermost, ...around].join(' in ')}>
          {[innermost, ...around.slice(0, 1)].join(' in ')}
        </code>
      )}
      {source && <SourceLink source={source} />}
    </span>
  )
}

type Found = Pick<Issue, 'severity' | 'message' | 'remedy' | 'path'> & { readonly code: string }

export function Finding({ issue: { severity, code, message, remedy, path } }: { issue: Found }) {
  return (
    <p class={`finding ${severity}`}>
      <strong>{code}</strong> {path !== '' && <code>{path}</code>} {message} <em>{remedy}</em>
    </p>
  )
}

/** The longest text of an action that is shown, in characters: links with sealed params are longer. */
const longest = 120

/** The options of an action, with long texts cut. What is copied has the whole of them. */
function clipped(value: unknown): unknown {
  if (typeof value === 'string' && value.length > longest) return `${value.slice(0, longest)}…`
  if (Array.isArray(value)) return value.map(clipped)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, clipped(entry)]))
}
