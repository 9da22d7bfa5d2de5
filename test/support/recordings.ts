import type { Platform } from 'ncco-jsx/simulate'
import { token } from './rest'

/** What a WAV file holds: its format, and the seconds of each channel in which there is a sound. */
export function readWav(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const tag = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))
  const channels = view.getUint16(22, true)
  const rate = view.getUint32(24, true)
  const size = view.getUint32(40, true)
  const frames = size / channels / 2
  const sounds = Array.from({ length: channels }, (_, channel) => {
    const isLoud = (second: number) =>
      Array.from({ length: 1600 }, (_, index) => Math.floor(second * rate) + index).some(
        (frame) =>
          frame < frames && view.getInt16(44 + (frame * channels + channel) * 2, true) !== 0,
      )
    return Array.from({ length: Math.ceil(frames / rate) }, (_, second) => isLoud(second))
  })
  return {
    tags: [tag(0), tag(8), tag(12), tag(36)],
    riff: view.getUint32(4, true),
    format: [view.getUint16(20, true), channels, rate, view.getUint16(34, true)],
    seconds: frames / rate,
    sounds,
  }
}

/** Downloads a file of the REST side, as its application. */
export async function download(platform: Platform, path: string) {
  const headers = { authorization: `Bearer ${token()}` }
  const response = await platform.api.fetch(
    new Request(`https://api.nexmo.com${path}`, { headers }),
  )
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) }
}
