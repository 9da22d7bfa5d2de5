import type { Recording } from 'ncco-jsx/simulate'
import { useStudio } from './context'

/** What was recorded in the call. */
export function Recordings() {
  const recordings = useStudio().view.value?.recordings ?? []
  if (recordings.length === 0) return null
  return (
    <section class="recordings" aria-label="Recordings">
      <ol>
        {recordings.map((recording, index) => (
          <Row key={recording.uuid} recording={recording} number={index + 1} />
        ))}
      </ol>
    </section>
  )
}

function Row({ recording, number }: { recording: Recording; number: number }) {
  const { sounds } = useStudio()
  const { startedAt, endedAt, format, said } = recording
  return (
    <li class="row wrap">
      <strong>Recording {number}</strong>
      <span class="muted">
        {format}, {endedAt === undefined ? 'running' : `${(endedAt - startedAt).toFixed(1)} s`}
      </span>
      {said.length > 0 && <q>{said.join(' ')}</q>}
      {said.length > 0 && (
        <button
          type="button"
          class="quiet"
          aria-label={`Play recording ${number}`}
          onClick={() => sounds.say(said.join(' '))}
        >
          Play
        </button>
      )}
    </li>
  )
}
