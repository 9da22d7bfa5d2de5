import { refuseOption } from '../assert-options'
import type { CallHost } from '../call/call-host'
import { toRecordedWav } from './recorded-wav'
import type { Recording } from './recording'

/** A recording of a call as a WAV file. */
export async function recordedAudio(
  { allRecordings }: Pick<CallHost, 'allRecordings'>,
  recording: Pick<Recording, 'uuid'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const found = allRecordings.find(({ uuid }) => uuid === recording?.uuid)
  if (found?.endedAt === undefined) {
    return refuseOption('What recordedAudio() takes', 'one of call.recordings that has ended')
  }
  const { body } = toRecordedWav(found)
  return new Uint8Array(await new Response(body).arrayBuffer())
}
