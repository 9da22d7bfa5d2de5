import { useComputed } from '@preact/signals'
import type { Issue } from 'ncco-jsx'
import { check } from 'ncco-jsx'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { ActionPlace } from '../../src/protocol'
import { type Exchange, nccoOf, pathOf } from '../call/exchange'
import { useStudio } from './context'
import { CopyButton } from './copy-button'
import { jsonText } from './json-text'
import { SourceLink } from './source-link'

/** The NCCOs of the call, the newest first. */
export function NccoPane() {
  const { view } = useStudio()
  const exchanges = useComputed(() => view.value?.exchanges ?? [])
  const running = useComputed(() => view.value?.running?.ncco)
  const answers = useMemo(
    () => exchanges.value.filter(({ answer }) => nccoOf(answer)).reverse(),
    [exchanges.value],
  )
  const runningId = useMemo(() => {
    const text = JSON.stringify(running.value)
    return answers.find(({ answer }) => JSON.stringify(nccoOf(answer)) === text)?.id
  }, [answers, running.value])
  const [form, setForm] = useState<'json' | 'tsx'>('json')
  if (answers.length === 0) return <p class="empty">The NCCOs of the call appear here.</p>
  return (
    <>
      <fieldset class="segments">
        <legend class="visually-hidden">Form</legend>
        {(['json', 'tsx'] as const).map((one) => (
          <label key={one} class={form === one ? 'chosen' : ''}>
            <input
              type="radio"
              name="form"
              class="visually-hidden"
              checked={form === one}
              onChange={() => setForm(one)}
            />
            {one.toUpperCase()}
          </label>
        ))}
      </fieldset>
      {answers.map((exchange) => (
        <Ncco
          key={exchange.id}
          exchange={exchange}
          form={form}
          index={exchange.id === runningId ? view.value?.running?.index : undefined}
        />
      ))}
    </>
  )
}

interface NccoProps {
  readonly exchange: Exchange
  readonly form: 'json' | 'tsx'
  /** The action that began last, if this NCCO runs. */
  readonly index: number | undefined
}

function Ncco({ exchange, form, index }: NccoProps) {
  const { method, url, answer, places = [] } = exchange
  const ncco = useMemo(() => nccoOf(answer) ?? [], [answer])
  const issues = useMemo(() => check(ncco), [ncco])
  const json = useMemo(() => JSON.stringify(ncco, null, 2), [ncco])
  return (
    <article class={index === undefined ? 'ncco' : 'ncco running'}>
      <h3>
        <code>
          {method} {pathOf(url)}
        </code>{' '}
        <span class="muted">at {exchange.at.toFixed(2)} s</span>
        {form === 'json' && <CopyButton text={json} label="Copy JSON" />}
      </h3>
      {issues
        .filter(({ path }) => path === '')
        .map((issue) => (
          <Finding key={issue.code} issue={issue} />
        ))}
      {form === 'tsx' ? (
        <Tsx ncco={ncco} />
      ) : (
        <ol class="actions">
          {ncco.map((action, place) => (
            <Action
              key={place}
              action={action}
              place={places[place] ?? undefined}
              progress={progressOf(place, index)}
              issues={issues.filter(({ path }) => path.split('/')[1] === String(place))}
            />
          ))}
        </ol>
      )}
    </article>
  )
}

type Progress = 'done' | 'now' | 'left' | undefined

function progressOf(place: number, index: number | undefined): Progress {
  if (index === undefined) return undefined
  return place < index ? 'done' : place === index ? 'now' : 'left'
}

interface ActionProps {
  readonly action: object
  readonly place: ActionPlace | undefined
  readonly progress: Progress
  readonly issues: readonly Issue[]
}

function Action({ action, place, progress, issues }: ActionProps) {
  const { action: name, ...options } = action as Readonly<Record<string, unknown>>
  return (
    <li class={`action ${progress ?? ''}`} aria-current={progress === 'now' ? 'step' : undefined}>
      <p class="action-head">
        <strong>{String(name)}</strong>
        {progress && <span class="tag">{progressWords[progress]}</span>}
        {place && <Origin place={place} />}
      </p>
      {issues.map((issue) => (
        <Finding key={`${issue.code} ${issue.path}`} issue={issue} />
      ))}
      {Object.keys(options).length > 0 && <pre>{jsonText(options)}</pre>}
    </li>
  )
}

const progressWords = { done: 'done', now: 'now', left: 'to come' }

function Origin({ place: { components, source } }: { place: ActionPlace }) {
  return (
    <span class="origin">
      {components[0] !== undefined && (
        <code title={components.join(' in ')}>&lt;{components[0]}&gt;</code>
      )}
      {source && <SourceLink source={source} />}
    </span>
  )
}

function Finding({ issue: { severity, code, message, remedy, path } }: { issue: Issue }) {
  return (
    <p class={`finding ${severity}`}>
      <strong>{code}</strong> {path !== '' && <code>{path}</code>} {message} <em>{remedy}</em>
    </p>
  )
}

/** The same NCCO as TSX. The converter is loaded when it is first needed. */
function Tsx({ ncco }: { ncco: readonly object[] }) {
  const [source, setSource] = useState('')
  useEffect(() => {
    let isWanted = true
    void import('ncco-jsx/convert').then(({ toTsx }) => {
      if (isWanted) setSource(written(toTsx, ncco))
    })
    return () => {
      isWanted = false
    }
  }, [ncco])
  return (
    <div class="tsx">
      <CopyButton text={source} label="Copy TSX" />
      <pre>{source}</pre>
    </div>
  )
}

function written(toTsx: (ncco: unknown) => string, ncco: readonly object[]): string {
  try {
    return toTsx(ncco)
  } catch (error) {
    return `// ${String((error as Error).message)}`
  }
}
