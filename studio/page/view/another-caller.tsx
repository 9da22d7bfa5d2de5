import { useState } from 'preact/hooks'
import { useStudio } from './context'

/** Another person who calls the app while this call lasts, as for a conference. */
export function AnotherCaller() {
  const studio = useStudio()
  const [from, setFrom] = useState('447700900032')
  if (!studio.isLive.value) return null
  return (
    <details class="allow">
      <summary>Another caller</summary>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault()
          if (from.trim() !== '') void studio.perform({ kind: 'caller', from: from.trim() })
        }}
      >
        <input
          type="tel"
          autocomplete="off"
          aria-label="Number of the other caller"
          value={from}
          onInput={(event) => setFrom(event.currentTarget.value)}
        />
        <button type="submit" disabled={!studio.isReady.value || from.trim() === ''}>
          Calls too
        </button>
      </form>
    </details>
  )
}
