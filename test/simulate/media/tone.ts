/** A sine, mono, of 16 bit. */
export function tone(
  hertz: number,
  rate: number,
  seconds: number,
  amplitude = 8000,
): Int16Array<ArrayBuffer> {
  return Int16Array.from({ length: Math.round(rate * seconds) }, (_, index) =>
    Math.round(amplitude * Math.sin((2 * Math.PI * hertz * index) / rate)),
  )
}

/** How strong a frequency is in samples: about the amplitude of a sine of this frequency (Goertzel). */
export function strengthOf(hertz: number, samples: Int16Array, rate: number): number {
  let real = 0
  let imaginary = 0
  for (const [index, sample] of samples.entries()) {
    const angle = (2 * Math.PI * hertz * index) / rate
    real += sample * Math.cos(angle)
    imaginary += sample * Math.sin(angle)
  }
  return (2 * Math.hypot(real, imaginary)) / samples.length
}
