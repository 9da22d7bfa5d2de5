import type { Recording } from 'ncco-jsx/simulate'
import { useEffect, useState } from 'preact/hooks'
import type { Studio } from '../studio'
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
          aria-label={`Say the words of recording ${number}`}
          onClick={() => sounds.say(said.join(' '))}
        >
          Say the words
        </button>
      )}
      {endedAt !== undefined && <Player recording={recording} endedAt={endedAt} number={number} />}
    </li>
  )
}

interface PlayerProps {
  readonly recording: Recording
  readonly endedAt: number
  readonly number: number
}

/** The recording as a file: its length, what was said as audio, and a tone for what has only words. */
function Player({ recording, endedAt, number }: PlayerProps) {
  const studio = useStudio()
  const [url, setUrl] = useState<string | undefined>(undefined)
  const { uuid } = recording
  useEffect(() => {
    let made: string | undefined
    let isWanted = true
    void studio.attempt(async () => {
      const wav = await fileOf(studio, recording)
      if (!wav || !isWanted) return undefined
      made = URL.createObjectURL(new Blob([wav], { type: 'audio/wav' }))
      setUrl(made)
      return undefined
    })
    return () => {
      isWanted = false
      if (made !== undefined) URL.revokeObjectURL(made)
    }
  }, [studio, uuid, endedAt])
  if (url === undefined) return null
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: the known words of a recording are text beside the player */}
      <audio controls src={url} aria-label={`Recording ${number}`} />
      <a href={url} download={`recording-${number}.wav`}>
        Download
      </a>
    </>
  )
}

async function fileOf(
  { run }: Studio,
  recording: Recording,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { uuid } = recording
  const call = run?.platform.calls.find(({ recordings }) =>
    recordings.some((one) => one.uuid === uuid),
  )
  return call?.recordedAudio(recording)
}
