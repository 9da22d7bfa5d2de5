import type { LegDoes } from '../call/act'
import type { LegState } from '../call/leg-state'
import { useStudio } from './context'
import { Level } from './level'

interface SocketControlProps {
  readonly leg: LegState
  readonly act: (does: LegDoes) => void
}

/** Connects a websocket leg to its server, with audio; or leaves it to the reader, who is the server then. */
export function SocketControl({ leg, act }: SocketControlProps) {
  const studio = useStudio()
  const { live } = studio
  if (!live.canConnect) return null
  const connected = live.legs.value.get(leg.uuid)
  if (!connected) {
    return (
      <p class="row wrap">
        <button type="button" onClick={() => studio.connectLeg(leg, act)}>
          Connect to its server
        </button>
        <span class="muted">
          Audio flows in real time. The server hears silence until the microphone is on.
        </span>
      </p>
    )
  }
  const { status, level, latencies } = connected
  if (status === 'connecting') return <p class="muted">Connecting to its server…</p>
  const last = latencies.at(-1)
  return (
    <>
      <p class="row wrap">
        <span class="tag">connected</span>
        <Level label={`How loud leg ${leg.number} is`} level={level} />
        {last !== undefined && (
          <span class="muted">
            answered after {last.toFixed(2)} s
            {latencies.length > 1 && `, ${mean(latencies).toFixed(2)} s on average`}
          </span>
        )}
      </p>
      {!live.microphone.isOn.value && (
        <p class="muted">It hears silence: turn on the live microphone of the phone.</p>
      )}
    </>
  )
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length
}
