/** What counts as nothing, in powers of ten of the loudest: -60 dB. */
const quietest = 3

/** How loud samples are, from 0 for what nobody hears to 1 for the loudest there can be, in equal steps for the ear. */
export function loudnessOf(samples: Int16Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  const effective = Math.sqrt(sum / Math.max(1, samples.length)) / 32_768
  return effective === 0 ? 0 : Math.max(0, 1 + Math.log10(effective) / quietest)
}
