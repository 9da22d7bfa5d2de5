import { type AssertionsOf, assertOptions, text } from '../assert-options'
import type { CallHost } from '../call/call-host'
import { audioText, toSound } from '../media/sound'
import { layOut } from '../media/track'
import { writeWav } from '../media/wav'
import type { SpeakOptions } from './leg'
import { confidence, speak } from './person'
import type { SimulatedLeg } from './simulated-leg'

const speakAssertions: AssertionsOf<SpeakOptions> = {
  text: (value) => text(value, 'text of speak()'),
  confidence: (value) => confidence(value, 'confidence of speak()'),
}

/** Says something that is given as audio. */
export async function speakAudio(
  call: CallHost,
  leg: SimulatedLeg,
  audio: unknown,
  options: SpeakOptions = {},
): Promise<void> {
  assertOptions('speak()', options, speakAssertions)
  const sound = toSound(audio)
  if (typeof sound === 'string') throw call.error('unusable-audio', { why: sound })
  const { platform } = call
  const { seconds } = sound
  const utterance = {
    text: options.text ?? audioText(seconds),
    seconds,
    confidence: options.confidence ?? 0.9,
    // Nobody here turns audio into words.
    isRecognised: options.text !== undefined,
    sound,
  }
  const act = () => {
    speak(call, leg, utterance)
    if (!platform.hasAudio) return
    leg.phone.speak(sound)
    platform.mixer.add(leg)
  }
  await call.perform(act, { seconds })
}

/** What a leg heard since it was answered, as a WAV file. */
export function heardAudio(call: CallHost, leg: SimulatedLeg): Uint8Array<ArrayBuffer> {
  const { platform } = call
  if (!platform.hasAudio) throw call.error('no-audio', {})
  const { segments } = leg.port.heard.track
  const last = segments.at(-1)
  const from = leg.answeredAt ?? platform.now
  const until = leg.isOver ? (last ? last.at + last.seconds : from) : platform.now
  return writeWav(layOut(segments, from, until))
}
