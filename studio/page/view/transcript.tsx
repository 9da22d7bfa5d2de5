import { memo } from 'preact/compat'
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { type ChangedLine, markChanges } from '../call/changes'
import { useStudio } from './context'
import { NowLine } from './now-line'
import { Recordings } from './recordings'
import { Scrolling } from './scrolling'
import { TranscriptTools } from './transcript-tools'

/** What happens in the call, as it happens. */
export function Transcript() {
  const studio = useStudio()
  const lines = studio.lines.value
  const replayed = studio.replayed.value
  const shown = useMemo<readonly ChangedLine[]>(() => {
    if (!replayed) return lines
    const { before, count } = replayed
    return [...markChanges(before, lines.slice(0, count)), ...lines.slice(count)]
  }, [replayed, lines])
  return (
    <section class="column" aria-label="Call">
      <div class="column-head">
        <h2>Transcript</h2>
        <TranscriptTools />
      </div>
      <Log lines={shown} />
      <NowLine />
      <Recordings />
    </section>
  )
}

/** Pixels from its end within which the log follows what is added. */
const nearEnd = 40

function Log({ lines }: { lines: readonly ChangedLine[] }) {
  const box = useRef<HTMLElement>(null)
  const isAtEnd = useRef(true)
  useLayoutEffect(() => {
    const log = box.current
    if (log && isAtEnd.current) log.scrollTop = log.scrollHeight
  }, [lines])
  return (
    <Scrolling
      box={box}
      role="log"
      aria-label="Transcript"
      class="transcript"
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        isAtEnd.current = scrollTop + clientHeight > scrollHeight - nearEnd
      }}
    >
      <ol>
        {lines.length === 0 && (
          <li class="empty">Press Call. What the caller hears appears here.</li>
        )}
        {lines.map((line) => (
          <TranscriptLine key={line.key} line={line} />
        ))}
      </ol>
    </Scrolling>
  )
}

const shownParts = ['at', 'kind', 'who', 'text', 'detail', 'change'] as const

const TranscriptLine = memo(
  ({ line }: { line: ChangedLine }) => (
    <li class={`line is-${line.kind} ${line.change ?? ''}`}>
      <span class="at">{line.at.toFixed(2)}</span>
      <span class="who">{line.who}</span>
      <span class="what">
        {line.change === 'removed' && <span class="tag">was</span>}
        {line.change === 'added' && <span class="tag">new</span>}
        {line.text}
        {line.detail !== undefined && <pre>{line.detail}</pre>}
      </span>
    </li>
  ),
  ({ line: one }, { line: other }) => shownParts.every((part) => one[part] === other[part]),
)
