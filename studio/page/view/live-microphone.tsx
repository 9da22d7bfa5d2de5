import { useStudio } from './context'
import { Level } from './level'

/** The microphone as the voice of the caller: off until the reader asks for it, and with the end of the call. */
export function LiveMicrophone() {
  const studio = useStudio()
  const { microphone, canConnect } = studio.live
  if (!canConnect) return null
  if (studio.live.isVoiceOf(undefined)) {
    return (
      <p class="row wrap live" role="status" aria-label="Live microphone">
        <strong class="recording">The microphone is recorded.</strong>
        <Level label="How loud the microphone is" level={microphone.level} />
        <button type="button" onClick={() => microphone.stop()}>
          Turn off
        </button>
      </p>
    )
  }
  return (
    <details class="allow">
      <summary>Live microphone</summary>
      <p>
        It is the caller's voice. The page keeps what it hears until the next call. The servers of
        connected websocket legs get it, and recordings of the call have it. It turns off when the
        call ends.
      </p>
      <button type="button" disabled={!studio.isLive.value} onClick={() => void studio.speakAs()}>
        Turn on the microphone
      </button>
    </details>
  )
}
