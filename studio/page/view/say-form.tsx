import type { RunningNcco } from 'ncco-jsx/simulate'
import { useRef, useState } from 'preact/hooks'
import { canRecognise, recognise } from '../sound/recognition'
import { useStudio } from './context'

/** What the caller says: written, or spoken once the reader has asked for it; or silence. */
export function SayForm() {
  const studio = useStudio()
  const [text, setText] = useState('')
  const isLive = studio.isLive.value
  const say = (words: string) => {
    if (words.trim() === '') return
    setText('')
    void studio.perform({ kind: 'say', text: words.trim() })
  }
  return (
    <form
      class="say"
      onSubmit={(event) => {
        event.preventDefault()
        say(text)
      }}
    >
      <input
        type="text"
        aria-label="What the caller says"
        placeholder="Say something…"
        value={text}
        disabled={!isLive}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <div class="row">
        <button type="submit" disabled={!isLive || text.trim() === ''}>
          Say
        </button>
        <button
          type="button"
          disabled={!studio.view.value?.isWaiting}
          title="Say nothing until the timeout ends"
          onClick={() => void studio.perform({ kind: 'silence' })}
        >
          Silence
        </button>
        <Microphone isLive={isLive} onText={say} />
      </div>
    </form>
  )
}

/** The browser's speech recognition, off until it is asked for. */
function Microphone({ isLive, onText }: { isLive: boolean; onText: (text: string) => void }) {
  const studio = useStudio()
  const [isAllowed, setAllowed] = useState(false)
  const stop = useRef<(() => void) | undefined>(undefined)
  const [isOn, setOn] = useState(false)
  if (!canRecognise()) return null
  if (!isAllowed) {
    return (
      <details class="allow">
        <summary>Speech recognition</summary>
        <p>The browser recognises speech. Some browsers send the audio to their maker for that.</p>
        <button type="button" onClick={() => setAllowed(true)}>
          Use the microphone
        </button>
      </details>
    )
  }
  const listen = () => {
    if (isOn) return stop.current?.()
    setOn(true)
    stop.current = recognise(languageOf(studio.view.value?.running), {
      onText,
      onEnd: (problem) => {
        setOn(false)
        if (problem) studio.notice.value = { kind: 'problem', text: problem }
      },
    })
  }
  return (
    <button type="button" disabled={!isLive} aria-pressed={isOn} onClick={listen}>
      {isOn ? 'Listening…' : 'Speak'}
    </button>
  )
}

/** The language that the input listens for. */
function languageOf(running: RunningNcco | undefined): string {
  const action = running?.ncco[running.index] as
    | { readonly speech?: { readonly language?: string } }
    | undefined
  return action?.speech?.language ?? 'en-US'
}
