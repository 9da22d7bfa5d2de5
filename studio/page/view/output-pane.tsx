import { useStudio } from './context'

/** What the app has printed. */
export function OutputPane() {
  const lines = useStudio().connection.output.value
  if (lines.length === 0) return <p class="empty">What the app prints appears here.</p>
  return (
    <pre class="output">
      {lines.map(({ stream, text }, index) => (
        <span key={index} class={stream}>
          {text.endsWith('\n') ? text : `${text}\n`}
        </span>
      ))}
    </pre>
  )
}
