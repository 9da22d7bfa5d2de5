import { signal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { LogMessage } from '../../src/protocol'
import { useStudio } from './context'

/** The last line that was shown. */
const shown = signal<LogMessage | undefined>(undefined)

/** What the app has printed. */
export function OutputPane() {
  const lines = useStudio().connection.output.value
  const end = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    shown.value = lines.at(-1)
    end.current?.scrollIntoView({ block: 'nearest' })
  }, [lines])
  if (lines.length === 0) return <p class="empty">What the app prints appears here.</p>
  return (
    <pre class="output">
      {lines.map(({ stream, text }, index) => (
        <span key={index} class={stream}>
          {text.endsWith('\n') ? text : `${text}\n`}
        </span>
      ))}
      <span ref={end} />
    </pre>
  )
}

/** Tells of errors in the output that were not shown yet. */
export function ErrorMark() {
  const lines = useStudio().connection.output.value
  const last = shown.value
  const later = last === undefined ? lines : lines.slice(lines.lastIndexOf(last) + 1)
  if (!later.some(({ stream }) => stream === 'stderr')) return null
  return (
    <span class="mark" title="New errors">
      <span class="visually-hidden">, new errors</span>
    </span>
  )
}
