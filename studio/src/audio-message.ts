/** Audio of a websocket leg, in either direction. */
export interface LiveAudioMessage {
  /** The number of the connection. */
  readonly id: number
  /** Samples a second. */
  readonly rate: number
  /** Mono, 16 bit. */
  readonly samples: Int16Array
}

const headerBytes = 8

/** Writes a binary message: the number of the connection, the rate, then the samples, all little-endian. */
export function toAudioMessage({ id, rate, samples }: LiveAudioMessage): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(headerBytes + samples.length * 2)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, id, true)
  view.setUint32(4, rate, true)
  for (const [index, sample] of samples.entries()) {
    view.setInt16(headerBytes + index * 2, sample, true)
  }
  return bytes
}

/** Reads a binary message; `undefined` for one that is too short. */
export function parseAudioMessage(bytes: Uint8Array): LiveAudioMessage | undefined {
  if (bytes.length < headerBytes) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const samples = Int16Array.from({ length: (bytes.length - headerBytes) >> 1 }, (_, index) =>
    view.getInt16(headerBytes + index * 2, true),
  )
  return { id: view.getUint32(0, true), rate: view.getUint32(4, true), samples }
}
