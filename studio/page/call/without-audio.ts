// As the simulator tells of audio whose words nobody knows.
const audio = /^\(\d+\.\d\d s of audio\)$/

/** What was heard, without what a microphone or a server said: that is not said again when the acts of a call are done again. */
export function withoutAudio(heard: readonly string[]): string[] {
  return heard.filter((text) => !audio.test(text))
}
