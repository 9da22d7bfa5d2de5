/** Whether numbers in memory have the byte order of the wire. */
const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1

/** Reads samples of 16 bit, little-endian. A last odd byte is left out. */
export function toSamples(bytes: Uint8Array): Int16Array<ArrayBuffer> {
  // A copy, because the bytes may begin at an odd address, and may be part of a buffer that is used again.
  const copy = new Uint8Array(bytes.length & ~1)
  copy.set(bytes.subarray(0, copy.length))
  return new Int16Array(inByteOrder(copy).buffer)
}

/** Writes samples as 16 bit, little-endian. */
export function toBytes(samples: Int16Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(samples.length * 2)
  bytes.set(new Uint8Array(samples.buffer, samples.byteOffset, bytes.length))
  return inByteOrder(bytes)
}

function inByteOrder(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (isLittleEndian) return bytes
  for (let place = 0; place < bytes.length; place += 2) {
    bytes.subarray(place, place + 2).reverse()
  }
  return bytes
}

/** About -45 dB of full scale: above the noise of a quiet line, below quiet speech. */
const audibleLevel = 184

/** Whether a person would hear something in these samples. */
export function isAudible(samples: Int16Array): boolean {
  let sum = 0
  for (let index = 0; index < samples.length; index++) {
    const sample = samples[index] as number
    sum += sample * sample
  }
  return sum > audibleLevel * audibleLevel * samples.length
}

/** Adds voices. A sum beyond 16 bit stays at the limit, because an overflow would be heard as a loud crack. */
export function mix(voices: readonly Int16Array<ArrayBuffer>[]): Int16Array<ArrayBuffer> {
  const [first = new Int16Array(0)] = voices
  if (voices.length === 1) return first
  const mixed = new Int16Array(first.length)
  for (let index = 0; index < mixed.length; index++) {
    let sum = 0
    for (const voice of voices) sum += voice[index] as number
    mixed[index] = Math.max(-32_768, Math.min(32_767, sum))
  }
  return mixed
}
