import { useState } from 'preact/hooks'
import { copyText } from '../host/clipboard'
import { useStudio } from './context'

/** Milliseconds for which the button says that it has copied. */
const saysFor = 1500

export function CopyButton({ text, label }: { text: string; label: string }) {
  const studio = useStudio()
  const [isDone, setDone] = useState(false)
  const copy = () =>
    studio.attempt(async () => {
      await copyText(text)
      setDone(true)
      setTimeout(() => setDone(false), saysFor)
      return undefined
    })
  return (
    <button type="button" class="quiet copy" onClick={() => void copy()}>
      {isDone ? 'Copied' : label}
    </button>
  )
}
