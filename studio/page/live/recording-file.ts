import type { SoundPiece } from './sound-track'

/** What was heard beside a recording, and the channel that has it. */
export interface RecordedTrack {
  readonly channel: number
  readonly pieces: readonly SoundPiece[]
}

/** The bytes before the samples, which the simulator writes too. */
const headerBytes = 44

/**
 * A recording with what a microphone and the servers of websocket legs said in it: the simulator knows only their words.
 *
 * @param wav as the simulator made it
 * @param startedAt on the clock of the call, in seconds
 */
export async function withSounds(
  wav: Uint8Array<ArrayBuffer>,
  startedAt: number,
  tracks: readonly RecordedTrack[],
): Promise<Uint8Array<ArrayBuffer>> {
  if (tracks.every(({ pieces }) => pieces.length === 0)) return wav
  const view = new DataView(wav.buffer, wav.byteOffset)
  const channels = view.getUint16(22, true)
  const rate = view.getUint32(24, true)
  const frames = (wav.length - headerBytes) / 2 / channels
  if (frames === 0) return wav
  // Mixes, and converts rates.
  const context = new OfflineAudioContext({
    length: frames,
    numberOfChannels: channels,
    sampleRate: rate,
  })
  const merger = new ChannelMergerNode(context, { numberOfInputs: channels })
  merger.connect(context.destination)
  for (const { channel, pieces } of tracks) {
    for (const { at, rate: sampleRate, samples } of pieces) {
      const buffer = new AudioBuffer({ length: samples.length, sampleRate })
      buffer.copyToChannel(
        Float32Array.from(samples, (sample) => sample / 32_768),
        0,
      )
      const source = new AudioBufferSourceNode(context, { buffer })
      source.connect(merger, 0, Math.min(channel, channels - 1))
      const begin = at - startedAt
      source.start(Math.max(0, begin), Math.max(0, -begin))
    }
  }
  return mixed(wav, await context.startRendering())
}

/** The file with more sound in each channel. What is too loud stays at the limit. */
function mixed(wav: Uint8Array<ArrayBuffer>, sound: AudioBuffer): Uint8Array<ArrayBuffer> {
  const file = wav.slice()
  const view = new DataView(file.buffer)
  const channels = sound.numberOfChannels
  for (let channel = 0; channel < channels; channel++) {
    for (const [frame, sample] of sound.getChannelData(channel).entries()) {
      const place = headerBytes + (frame * channels + channel) * 2
      const sum = view.getInt16(place, true) + Math.round(sample * 32_768)
      view.setInt16(place, Math.max(-32_768, Math.min(32_767, sum)), true)
    }
  }
  return file
}
