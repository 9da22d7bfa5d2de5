import { toBytes } from '../media/pcm'
import { Resampler } from '../media/resampler'
import { type Wave, writeWavHeader } from '../media/wav'
import { channelsOf, type RecordedSpeech, wavBytesOf, wavRate } from './recording'

const rate = wavRate
/** Samples of each channel that are made at a time. */
const block = 8000
// Of the tone that stands for speech: in Hz, and out of 32,767.
const pitch = 220
const loudness = 4000

/** A WAV file, which may be long. */
export interface RecordedWav {
  /** In bytes. */
  readonly size: number
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>
}

/**
 * A recording as a WAV file of its length. What was said without audio, only as words, is a tone, of a pitch for each channel.
 */
export function toRecordedWav(recording: RecordedSpeech): RecordedWav {
  const { channels } = recording
  const bytes = wavBytesOf(recording)
  const frames = bytes / 2 / channels
  const header = writeWavHeader({ rate, channels, bytes })
  const sounds = recording.utterances.map(({ sound }) => sound && atRate(sound))
  let next = 0
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => controller.enqueue(header),
    pull(controller) {
      if (next >= frames) return controller.close()
      const until = Math.min(frames, next + block)
      controller.enqueue(toBytes(makeSamples(recording, sounds, next, until)))
      next = until
    },
  })
  return { size: header.length + bytes, body }
}

/** The samples of all channels, interleaved, of these frames. */
function makeSamples(
  recording: RecordedSpeech,
  sounds: readonly (Int16Array | undefined)[],
  first: number,
  until: number,
): Int16Array {
  const { channels, startedAt, utterances } = recording
  const samples = new Int16Array((until - first) * channels)
  const channelOf = channelsOf(recording)
  for (const [index, { at, seconds }] of utterances.entries()) {
    const channel = channelOf[index] as number
    const start = Math.round((at - startedAt) * rate)
    const begin = Math.max(first, start)
    const end = Math.min(until, Math.round((at + seconds - startedAt) * rate))
    const step = (2 * Math.PI * pitch * (1 + channel / 4)) / rate
    const sound = sounds[index]
    for (let frame = begin; frame < end; frame++) {
      const place = (frame - first) * channels + channel
      const sample = sound ? (sound[frame - start] ?? 0) : loudness * Math.sin(step * frame)
      samples[place] = Math.max(-32_768, Math.min(32_767, (samples[place] as number) + sample))
    }
  }
  return samples
}

function atRate(sound: Wave): Int16Array {
  return sound.rate === rate
    ? sound.samples
    : new Resampler(sound.rate, rate).convert(sound.samples)
}
