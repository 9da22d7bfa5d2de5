import { useState } from 'preact/hooks'
import type { LegDoes } from '../call/act'
import type { LegState } from '../call/leg-state'
import { Keypad } from './keypad'

interface PartyActsProps {
  readonly leg: LegState
  /** Its name, as headings have it. */
  readonly label: string
  readonly act: (does: LegDoes) => void
}

/** What a party can do: answer, or not; then talk, press keys and hang up. */
export function PartyActs({ leg, label, act }: PartyActsProps) {
  if (leg.status === 'ringing') return <Ringing act={act} />
  return leg.status === 'answered' ? <Answered leg={leg} label={label} act={act} /> : null
}

function Ringing({ act }: { act: (does: LegDoes) => void }) {
  const [beep, setBeep] = useState(true)
  return (
    <div class="row wrap">
      <button type="button" class="go" onClick={() => act({ kind: 'answer' })}>
        Answer
      </button>
      <button type="button" onClick={() => act({ kind: 'busy' })}>
        Busy
      </button>
      <button type="button" onClick={() => act({ kind: 'reject' })}>
        Reject
      </button>
      <button type="button" onClick={() => act({ kind: 'unavailable' })}>
        Unavailable
      </button>
      <span class="together">
        <button type="button" onClick={() => act({ kind: 'machine', beep: beep ? 5 : false })}>
          Machine
        </button>
        <label class="check">
          <input
            type="checkbox"
            checked={beep}
            onChange={(event) => setBeep(event.currentTarget.checked)}
          />
          beeps
        </label>
      </span>
    </div>
  )
}

function Answered({ leg, label, act }: PartyActsProps) {
  const [text, setText] = useState('')
  return (
    <>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim() === '') return
          act({ kind: 'say', text: text.trim() })
          setText('')
        }}
      >
        <input
          type="text"
          aria-label={`What ${label.toLowerCase()} says`}
          placeholder="Say something…"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" disabled={text.trim() === ''}>
          Say
        </button>
      </form>
      <div class="row wrap">
        <button type="button" class="stop" onClick={() => act({ kind: 'hang-up' })}>
          {label.startsWith('Leg') ? 'Leg hangs up' : 'Caller hangs up'}
        </button>
        {leg.type === 'websocket' && (
          <button type="button" onClick={() => act({ kind: 'disconnect' })}>
            Drop the socket
          </button>
        )}
      </div>
      {leg.type !== 'websocket' && (
        <details>
          <summary>Keypad of {label.toLowerCase()}</summary>
          <Keypad
            label={`Keypad of ${label.toLowerCase()}`}
            isEnabled
            onKey={(keys) => act({ kind: 'press', keys })}
          />
        </details>
      )}
    </>
  )
}
