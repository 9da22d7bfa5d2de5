import { parseCallTime } from '../../../src/cli/call-time'
import type { CallSettings } from '../../src/protocol'
import { useStudio } from './context'

/** The options that a call begins with. */
export function CallOptions() {
  const { connection, settings } = useStudio()
  const value = settings.value
  const set = (change: Partial<CallSettings>) => {
    settings.value = { ...settings.value, ...change }
  }
  return (
    <details class="options">
      <summary>Call options</summary>
      <TextOption
        label="From"
        value={value.from ?? undefined}
        placeholder="447700900001"
        onChange={(from) => set({ from })}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={value.from === null}
          onChange={(event) => set({ from: event.currentTarget.checked ? null : undefined })}
        />
        The caller withholds the number
      </label>
      <TimeOption value={value.startsAt} onChange={(startsAt) => set({ startsAt })} />
      <label>
        Answer method
        <select
          value={value.answerMethod ?? 'GET'}
          onChange={(event) =>
            set({ answerMethod: event.currentTarget.value === 'POST' ? 'POST' : 'GET' })
          }
        >
          <option>GET</option>
          <option>POST</option>
        </select>
      </label>
      <TextOption
        label="Event URL"
        value={value.eventUrl}
        placeholder="/event"
        onChange={(eventUrl) => set({ eventUrl })}
      />
      <TextOption
        label="Fallback URL"
        value={value.fallbackUrl}
        placeholder="/fallback"
        onChange={(fallbackUrl) => set({ fallbackUrl })}
      />
      <JsonOption
        label="Custom data (JSON)"
        value={value.customData}
        onChange={(customData) => set({ customData })}
      />
      <JsonOption
        label="SIP headers (JSON)"
        value={value.sipHeaders}
        onChange={(headers) => set({ sipHeaders: textsOf(headers) })}
      />
      <JsonOption
        label="HTTP headers (JSON)"
        value={value.headers}
        refuse={refuseHeaders}
        onChange={(headers) => set({ headers: textsOf(headers) })}
      />
      <label>
        Signature secret
        <select
          value={value.signature ?? ''}
          onChange={(event) => set({ signature: event.currentTarget.value || undefined })}
        >
          <option value="">unsigned</option>
          {connection.variables.value.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
    </details>
  )
}

interface TextOptionProps {
  readonly label: string
  readonly value: string | undefined
  readonly placeholder: string
  readonly onChange: (value: string | undefined) => void
}

function TextOption({ label, value, placeholder, onChange }: TextOptionProps) {
  return (
    <label>
      {label}
      <input
        type="text"
        autocomplete="off"
        value={value ?? ''}
        placeholder={placeholder}
        onChange={(event) => onChange(event.currentTarget.value.trim() || undefined)}
      />
    </label>
  )
}

interface TimeOptionProps {
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

/** The time that the app sees when a call begins. */
function TimeOption({ value, onChange }: TimeOptionProps) {
  return (
    <label>
      Begins at
      <input
        type="text"
        autocomplete="off"
        value={value ?? ''}
        placeholder="now; or 18:30, or ISO 8601"
        onChange={(event) => {
          const field = event.currentTarget
          const text = field.value.trim()
          const time = parseCallTime(text)
          const isWrong = text !== '' && time === undefined
          field.setCustomValidity(
            isWrong ? 'Write a time, such as 18:30 or 2026-12-24T18:30:00Z.' : '',
          )
          field.reportValidity()
          if (!isWrong) onChange(time)
        }}
      />
    </label>
  )
}

interface JsonOptionProps {
  readonly label: string
  readonly value: object | undefined
  /** What is wrong with a value; `undefined` if nothing is. */
  readonly refuse?: (value: Readonly<Record<string, unknown>>) => string | undefined
  readonly onChange: (value: Readonly<Record<string, unknown>> | undefined) => void
}

function JsonOption({ label, value, refuse, onChange }: JsonOptionProps) {
  return (
    <label>
      {label}
      <textarea
        rows={2}
        spellcheck={false}
        value={value ? JSON.stringify(value) : ''}
        onChange={(event) => {
          const field = event.currentTarget
          const parsed = parseObject(field.value)
          const problem =
            parsed === 'wrong'
              ? 'Write a JSON object, such as {"cart": 7}.'
              : parsed && refuse?.(parsed)
          field.setCustomValidity(problem ?? '')
          field.reportValidity()
          if (parsed !== 'wrong' && problem === undefined) onChange(parsed)
        }}
      />
    </label>
  )
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined | 'wrong' {
  if (text.trim() === '') return undefined
  try {
    const value: unknown = JSON.parse(text)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Readonly<Record<string, unknown>>) : 'wrong'
  } catch {
    return 'wrong'
  }
}

/** A browser throws for what it does not send. */
function refuseHeaders(value: Readonly<Record<string, unknown>>): string | undefined {
  try {
    new Headers(textsOf(value))
    return undefined
  } catch {
    return 'Write names and values that HTTP headers can have, such as {"X-Tenant": "7"}.'
  }
}

function textsOf(
  value: Readonly<Record<string, unknown>> | undefined,
): Readonly<Record<string, string>> | undefined {
  if (!value) return undefined
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, String(entry)]))
}
