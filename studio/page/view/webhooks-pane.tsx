import { toCurl } from '../call/curl'
import { pathOf } from '../call/exchange'
import { type Pair, pairWebhooks } from '../call/pair-webhooks'
import { sendAgain } from '../keepsakes'
import { useStudio } from './context'
import { CopyButton } from './copy-button'
import { jsonText } from './json-text'

/** Each webhook with its answer, the newest first. */
export function WebhooksPane() {
  const view = useStudio().view.value
  const pairs = pairWebhooks(view?.webhooks ?? [], view?.exchanges ?? []).reverse()
  if (pairs.length === 0) return <p class="empty">The webhooks of the call appear here.</p>
  return (
    <ol class="webhooks" reversed>
      {pairs.map((pair, index) => (
        <Webhook key={pairs.length - index} pair={pair} />
      ))}
    </ol>
  )
}

function Webhook({ pair }: { pair: Pair }) {
  const studio = useStudio()
  const isModule = studio.connection.target.value?.kind === 'module'
  const { at, method, url, name, attempt, exchange, status, isGood } = pair
  return (
    <li>
      <details class="webhook">
        <summary>
          <span class={`status ${isGood ? 'good' : 'bad'}`}>{status}</span>
          <strong>{name}</strong>
          <code>
            {method} {pathOf(url)}
          </code>
          {attempt > 1 && <span class="tag">attempt {attempt}</span>}
          {isSigned(pair) && <span class="tag">signed</span>}
          <span class="muted">
            {at.toFixed(2)} s
            {exchange?.milliseconds !== undefined && `, ${Math.round(exchange.milliseconds)} ms`}
          </span>
        </summary>
        {exchange && (
          <div class="row wrap">
            <CopyButton text={toCurl(exchange, isModule)} label="Copy as curl" />
            <button type="button" class="quiet" onClick={() => void sendAgain(studio, exchange)}>
              Send again
            </button>
          </div>
        )}
        <h4>Request</h4>
        {exchange?.sent && <Headers headers={exchange.sent} />}
        <pre>{jsonText(pair.fields)}</pre>
        <h4>Answer</h4>
        {exchange?.answer && <Headers headers={exchange.answer.headers} />}
        <pre>{answerText(pair)}</pre>
      </details>
    </li>
  )
}

function Headers({ headers }: { headers: readonly (readonly [string, string])[] }) {
  return (
    <dl class="headers">
      {headers.map(([name, value], index) => (
        <div key={index}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function isSigned({ exchange }: Pair): boolean {
  return (
    exchange?.sent?.some(
      ([name, value]) => /^authorization$/i.test(name) && value.startsWith('Bearer '),
    ) ?? false
  )
}

function answerText({ exchange }: Pair): string {
  if (!exchange) return 'The app was not asked: the webhook met a fault on its way.'
  if (exchange.failure) return `${exchange.failure.code}: ${exchange.failure.message}`
  if (!exchange.answer) return 'No answer yet.'
  return pretty(exchange.answer.body)
}

function pretty(body: string): string {
  try {
    return jsonText(JSON.parse(body))
  } catch {
    return body
  }
}
