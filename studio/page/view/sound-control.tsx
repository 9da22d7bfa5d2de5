import { useState } from 'preact/hooks'
import { useStudio } from './context'

/** Whether the call is heard, and whether audio is fetched from where the flow has it. */
export function SoundControl() {
  const { sounds } = useStudio()
  const [isOn, setOn] = useState(true)
  const [playsStreams, setPlaysStreams] = useState(false)
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={isOn}
          onChange={(event) => {
            setOn(event.currentTarget.checked)
            sounds.isOn = event.currentTarget.checked
          }}
        />
        Sound
      </label>
      <label class="check" title="The browser then asks the hosts in the streamUrl of the flow">
        <input
          type="checkbox"
          checked={playsStreams}
          onChange={(event) => {
            setPlaysStreams(event.currentTarget.checked)
            sounds.playsStreams = event.currentTarget.checked
          }}
        />
        Fetch streams
      </label>
    </>
  )
}
