import { useState } from 'preact/hooks'
import type { LegDoes } from '../call/act'
import { isLive, type LegState } from '../call/leg-state'
import { useStudio } from './context'
import { Keypad } from './keypad'
import { SocketControl } from './socket-control'

/** The phones, users and sockets that the flow has called. */
export function Parties() {
  const legs = useStudio().view.value?.legs ?? []
  if (legs.length === 0) return null
  return (
    <section aria-label="Other parties" class="parties">
      {legs.map((leg) => (
        <Party key={leg.number} leg={leg} />
      ))}
    </section>
  )
}

function Party({ leg }: { leg: LegState }) {
  const studio = useStudio()
  const isOpen = studio.isLive.value && isLive(leg)
  const act = (does: LegDoes) => void studio.perform({ kind: 'leg', leg: leg.number, does })
  const last = leg.heard.at(-1)
  return (
    <section class={`party ${leg.status}`} aria-label={`Leg ${leg.number}`}>
      <h3>
        {leg.name} <span class="tag">{leg.type}</span> <span class="muted">{leg.status}</span>
      </h3>
      {isOpen && leg.type === 'websocket' && <SocketControl leg={leg} act={act} />}
      {isOpen && leg.status === 'ringing' && <Ringing act={act} />}
      {isOpen && leg.status === 'answered' && <Answered leg={leg} act={act} />}
      {last !== undefined && (
        <p class="heard">
          hears: <q>{last}</q>
        </p>
      )}
      {leg.received.length > 0 && (
        <details>
          <summary>{leg.received.length} received</summary>
          <ol class="received">
            {leg.received.map((message, index) => (
              <li key={index}>
                <code>{typeof message === 'string' ? message : JSON.stringify(message)}</code>
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  )
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

function Answered({ leg, act }: { leg: LegState; act: (does: LegDoes) => void }) {
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
          aria-label={`What leg ${leg.number} says`}
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
          Leg hangs up
        </button>
        {leg.type === 'websocket' && (
          <button type="button" onClick={() => act({ kind: 'disconnect' })}>
            Drop the socket
          </button>
        )}
      </div>
      {leg.type !== 'websocket' && (
        <details>
          <summary>Keypad of leg {leg.number}</summary>
          <Keypad
            label={`Keypad of leg ${leg.number}`}
            isEnabled
            onKey={(keys) => act({ kind: 'press', keys })}
          />
        </details>
      )}
    </>
  )
}
