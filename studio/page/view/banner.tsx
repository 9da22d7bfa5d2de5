import type { Problem } from '../../src/protocol'
import { useStudio } from './context'
import { SourceLink } from './source-link'

/** What the reader has to know: a broken app, or what happened to the call. */
export function Banner() {
  const { connection, notice } = useStudio()
  const problem = connection.target.value?.problem
  return (
    <div class="banners">
      {connection.status.value === 'outdated' && (
        <p class="banner bad" role="alert">
          This page is of another version than the studio. Load it again.
        </p>
      )}
      {connection.target.value?.status === 'broken' && problem && <Broken problem={problem} />}
      <p role="status" class={notice.value ? `banner ${notice.value.kind}` : 'visually-hidden'}>
        {notice.value?.text}
        {notice.value && (
          <button
            type="button"
            class="quiet close"
            aria-label="Close the message"
            onClick={() => {
              notice.value = undefined
            }}
          >
            ×
          </button>
        )}
      </p>
    </div>
  )
}

function Broken({ problem }: { problem: Problem }) {
  return (
    <section class="banner bad" role="alert" aria-label="The app is broken">
      <p>
        <strong>{problem.message}</strong> {problem.remedy}{' '}
        {problem.source && <SourceLink source={problem.source} />}
      </p>
      {problem.detail !== undefined && (
        <details>
          <summary>Details</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard */}
          <pre tabIndex={0}>{problem.detail}</pre>
        </details>
      )}
    </section>
  )
}
