import type { Problem } from '../../src/protocol'
import { toScript } from '../call/script'
import { useStudio } from './context'
import { Scrolling } from './scrolling'
import { SourceLink } from './source-link'

interface BannerProps {
  /** Whether something else on the page says why the app is broken. */
  readonly withoutProblem?: boolean
}

/** What the reader has to know: a broken app, or what happened to the call. */
export function Banner({ withoutProblem = false }: BannerProps) {
  const { connection, notice } = useStudio()
  const { status, problem } = connection.target.value ?? {}
  const isBroken = status === 'broken' && !withoutProblem
  return (
    <div class="banners">
      {connection.status.value === 'outdated' && (
        <p class="banner bad" role="alert">
          This page is of another version than the studio. Load it again.
        </p>
      )}
      {isBroken && problem && <Broken problem={problem} />}
      <Offer />
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

/** The call of the link that opened the page, or of the page before it was loaded again. */
function Offer() {
  const studio = useStudio()
  const offered = studio.offered.value
  if (!offered) return null
  const canCall = studio.canCall.value
  const script = toScript(offered.acts)
  const what = offered.isKept
    ? 'The page had a call before it was loaded again'
    : 'The link has a call'
  return (
    <section
      class="banner"
      aria-label={offered.isKept ? 'The call before' : 'The call of the link'}
    >
      {what}
      {script === '' ? '. ' : ': '}
      {script !== '' && <code>{script}</code>}{' '}
      <button type="button" disabled={!canCall} onClick={() => void studio.playOffered()}>
        Play it
      </button>
    </section>
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
          <Scrolling tag="pre">{problem.detail}</Scrolling>
        </details>
      )}
    </section>
  )
}
