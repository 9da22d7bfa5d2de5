import type { LegDoes } from '../call/act'
import { isLive, type LegState } from '../call/leg-state'
import type { OtherCall } from '../call/other-call'
import { useStudio } from './context'
import { PartyActs } from './party-acts'
import { SocketControl } from './socket-control'
import { VoiceControl } from './voice-control'

/** The phones, users and sockets that the flow has called, and the people of other calls. */
export function Parties() {
  const studio = useStudio()
  const { legs = [], others = [] } = studio.view.value ?? {}
  if (legs.length + others.length === 0) return null
  return (
    <section aria-label="Other parties" class="parties">
      {legs.map((leg) => (
        <Party
          key={leg.number}
          leg={leg}
          label={`Leg ${leg.number}`}
          isOver={!studio.isLive.value}
          act={(does) => void studio.perform({ kind: 'leg', leg: leg.number, does })}
        />
      ))}
      {others.map((other) => (
        <Other key={other.number} other={other} />
      ))}
    </section>
  )
}

/** The person of another call, and the legs that its flow has called. */
function Other({ other: { number, person, legs, isEnded } }: { other: OtherCall }) {
  const studio = useStudio()
  return (
    <>
      <Party
        leg={person}
        label={`Call ${number}`}
        isOver={isEnded}
        act={(does) => void studio.perform({ kind: 'call', call: number, does })}
      />
      {legs.map((leg) => (
        <Party
          key={leg.number}
          leg={leg}
          label={`Leg ${leg.number} of call ${number}`}
          isOver={isEnded}
          act={(does) => void studio.perform({ kind: 'call', call: number, leg: leg.number, does })}
        />
      ))}
    </>
  )
}

interface PartyProps {
  readonly leg: LegState
  readonly label: string
  /** Whether its call has ended. */
  readonly isOver: boolean
  readonly act: (does: LegDoes) => void
}

function Party({ leg, label, isOver, act }: PartyProps) {
  const isOpen = !isOver && isLive(leg)
  const last = leg.heard.at(-1)
  return (
    <section class={`party ${leg.status}`} aria-label={label}>
      <h3>
        {leg.name} <span class="tag">{leg.type}</span> <span class="tag">{label}</span>{' '}
        <span class="muted">{leg.status}</span>
      </h3>
      {isOpen && leg.type === 'websocket' && <SocketControl leg={leg} act={act} />}
      {isOpen && <PartyActs leg={leg} label={label} act={act} />}
      {isOpen && leg.status === 'answered' && <VoiceControl leg={leg} label={label} />}
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
