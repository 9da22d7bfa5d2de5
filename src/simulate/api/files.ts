import { toRecordedWav } from '../audio/recorded-wav'
import type { RecordedSpeech } from '../audio/recording'
import { transcriptOf } from '../audio/transcription'
import { type ApiAnswer, jsonAnswer } from './answer'
import { problem } from './problems'
import type { Route } from './route'

/** `GET /v1/files/{id}`: the audio of a recording that has ended. `/v3` is where the Node SDK looks for an id. */
export const getFile: Route = {
  method: 'GET',
  path: /^\/v[13]\/files\/([^/]+)$/,
  hasBody: false,
  answer({ side, id }) {
    const recording = side.calls.findAudio(id)
    if (recording?.endedAt === undefined) return noSuchFile()
    const { size, body } = toRecordedWav(recording)
    const headers = { 'content-type': 'audio/wav', 'content-length': String(size) }
    return { status: 200, headers, body }
  },
}

/** `GET /v1/files/{id}/transcription`: where `transcription_url` leads. */
export const getTranscription: Route = {
  method: 'GET',
  path: /^\/v[13]\/files\/([^/]+)\/transcription$/,
  hasBody: false,
  answer({ side, id }) {
    const recording = side.calls.findAudio(id)
    if (!recording || !isTranscribed(recording)) return noSuchFile()
    return jsonAnswer(transcriptOf(recording))
  },
}

function isTranscribed(recording: RecordedSpeech & { readonly isTranscribed?: boolean }): boolean {
  return recording.isTranscribed === true && recording.endedAt !== undefined
}

function noSuchFile(): ApiAnswer {
  return problem('not-found', 'There is no such file, or it is not ready.')
}
