import { useState } from 'preact/hooks'

/** Milliseconds for which the button says that it has copied. */
const saysFor = 1500

export function CopyButton({ text, label }: { text: string; label: string }) {
  const [isDone, setDone] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setDone(true)
    setTimeout(() => setDone(false), saysFor)
  }
  return (
    <button type="button" class="quiet copy" onClick={() => void copy()}>
      {isDone ? 'Copied' : label}
    </button>
  )
}
