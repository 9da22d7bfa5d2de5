import { useComputed } from '@preact/signals'
import { check } from 'ncco-jsx'
import { useMemo, useState } from 'preact/hooks'
import { type Exchange, nccoOf, pathOf } from '../call/exchange'
import { useStudio } from './context'
import { CopyButton } from './copy-button'
import { Action, Finding, progressOf } from './ncco-action'
import { NccoTsx } from './ncco-tsx'
import { RenderFailure } from './render-failure'

/** The NCCOs of the call, the newest first. */
export function NccoPane() {
  const { view } = useStudio()
  const exchanges = useComputed(() => view.value?.exchanges ?? [])
  const running = useComputed(() => view.value?.running?.ncco)
  const answers = useMemo(
    () => exchanges.value.filter(({ answer, failures }) => failures ?? nccoOf(answer)).reverse(),
    [exchanges.value],
  )
  const runningId = useMemo(() => {
    const text = JSON.stringify(running.value)
    return answers.find(({ answer }) => JSON.stringify(nccoOf(answer)) === text)?.id
  }, [answers, running.value])
  const [form, setForm] = useState<'json' | 'tsx'>('json')
  if (answers.length === 0) {
    const isOver = view.value?.isEnded === true
    return (
      <p class="empty">
        {isOver
          ? 'The app gave no NCCO. Webhooks has its answers, and Output what it printed.'
          : 'The NCCOs of the call appear here.'}
      </p>
    )
  }
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

/** Of an answer without an NCCO. */
const none: readonly object[] = []

interface NccoProps {
  readonly exchange: Exchange
  readonly form: 'json' | 'tsx'
  /** The action that began last, if this NCCO runs. */
  readonly index: number | undefined
}

function Ncco({ exchange, form, index }: NccoProps) {
  const { method, url, answer, places = [], failures = [] } = exchange
  const found = useMemo(() => nccoOf(answer), [answer])
  const ncco = found ?? none
  const issues = useMemo(() => (found ? check(found) : []), [found])
  const json = useMemo(() => JSON.stringify(ncco, null, 2), [ncco])
  return (
    <article class={index === undefined ? 'ncco' : 'ncco running'}>
      <h3>
        <code>
          {method} {pathOf(url)}
        </code>{' '}
        <span class="muted">at {exchange.at.toFixed(2)} s</span>
        {found && form === 'json' && <CopyButton text={json} label="Copy JSON" />}
      </h3>
      {failures.map((failure, place) => (
        <RenderFailure key={place} failure={failure} />
      ))}
      {issues
        .filter(({ path }) => path === '')
        .map((issue) => (
          <Finding key={issue.code} issue={issue} />
        ))}
      {form === 'tsx' && found ? (
        <NccoTsx ncco={ncco} />
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
