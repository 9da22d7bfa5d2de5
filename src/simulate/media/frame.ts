/** Samples a second: the rates that a websocket endpoint can ask for. */
export type SampleRate = 8000 | 16000 | 24000

/** The rates, from the lowest. */
export const sampleRates: readonly SampleRate[] = [8000, 16000, 24000]

/** That of an endpoint which names none of them. */
export const usualRate: SampleRate = 16_000

/** 20 ms of mono audio: what one message of a websocket carries. */
export interface Frame {
  readonly rate: SampleRate
  readonly samples: Int16Array<ArrayBuffer>
}

export const framesPerSecond = 50

/** In seconds. */
export const frameSeconds = 1 / framesPerSecond

/** Samples of a frame. */
export function samplesOf(rate: SampleRate): number {
  return rate / framesPerSecond
}

/** Bytes of a frame, as a message has them. */
export function bytesOf(rate: SampleRate): number {
  return samplesOf(rate) * 2
}

/** The rate of a `content-type` such as `audio/l16;rate=8000`; `undefined` for a type without one of the rates. */
export function rateOf(contentType: unknown): SampleRate | undefined {
  const [, rate] = /^audio\/l16\s*;\s*rate=(\d+)\s*$/i.exec(String(contentType)) ?? []
  return sampleRates.find((known) => String(known) === rate)
}
