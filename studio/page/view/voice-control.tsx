import type { LegState } from '../call/leg-state'
import { useStudio } from './context'
import { Level } from './level'

interface VoiceControlProps {
  readonly leg: LegState
  /** Its name, as headings have it. */
  readonly label: string
}

/** The microphone as the voice of a party that the reader answers for: off until the reader asks for it. A connected server speaks for itself. */
export function VoiceControl({ leg, label }: VoiceControlProps) {
  const studio = useStudio()
  const { live } = studio
  if (!live.canConnect || live.legs.value.has(leg.uuid)) return null
  const isOn = live.isVoiceOf(leg.uuid)
  return (
    <p class="row wrap">
      <button
        type="button"
        aria-pressed={isOn}
        onClick={() => (isOn ? live.microphone.stop() : void studio.speakAs(leg.uuid))}
      >
        Speak with the microphone
      </button>
      {isOn ? (
        <>
          <strong class="recording">The microphone is recorded.</strong>
          <Level label={`How loud the microphone of ${label} is`} level={live.microphone.level} />
        </>
      ) : (
        <span class="muted">Off. In the call it is heard as the voice of this party.</span>
      )}
    </p>
  )
}
