/** The first and the last lines of a long transcript that an error message has. */
const firstLines = 20
const lastLines = 60

/**
 * A transcript as error messages end with it: without the middle of a long one.
 *
 * @param whole what holds the whole transcript, for a reader of the message
 */
export function shortenTranscript(transcript: string, whole: string): string {
  const lines = transcript.split('\n')
  const left = lines.length - firstLines - lastLines
  if (left <= 1) return transcript
  const middle = `         … ${left} lines are left out; ${whole} has them …`
  return [...lines.slice(0, firstLines), middle, ...lines.slice(-lastLines)].join('\n')
}
