import { inMilliseconds } from './read-aloud'
import { channelsOf, type RecordedSpeech, wordsUntil } from './recording'

// The recogniser of `record` is as sure as a usual speaker is clear; undocumented.
const confidence = 0.9

/** What was said in a recording, channel by channel, as the document at `transcription_url` has it. Times are in milliseconds. */
export function transcriptOf(recording: RecordedSpeech): object {
  const { uuid, channels, startedAt, endedAt = startedAt, utterances } = recording
  const channelOf = channelsOf(recording)
  return {
    ver: '1.0.0',
    request_id: uuid,
    channels: Array.from({ length: channels }, (_, channel) => ({
      transcript: utterances
        .filter((_, index) => channelOf[index] === channel)
        .map((utterance) => {
          const { at, seconds } = utterance
          const heard = Math.min(seconds, inMilliseconds(endedAt - at))
          const said = wordsUntil(endedAt, utterance).replace(/…$/, '')
          return sentence(said, at - startedAt, heard)
        }),
      duration: toMilliseconds(endedAt - startedAt),
    })),
  }
}

/** A sentence, whose words take time by their length. */
function sentence(text: string, at: number, seconds: number): object {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const perCharacter = seconds / Math.max(1, words.join('').length)
  let next = at
  return {
    sentence: text,
    raw_sentence: text.toLowerCase().replace(/[^\p{L}\p{N}\s'-]/gu, ''),
    duration: toMilliseconds(seconds),
    timestamp: toMilliseconds(at),
    words: words.map((word) => {
      const start = next
      next += word.length * perCharacter
      const [start_time, end_time] = [toMilliseconds(start), toMilliseconds(next)]
      return { word, start_time, end_time, confidence }
    }),
  }
}

function toMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000)
}
