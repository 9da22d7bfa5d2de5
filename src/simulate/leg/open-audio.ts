import { type AssertionsOf, assertOptions, may, refuseOption } from '../assert-options'
import type { CallHost } from '../call/call-host'
import { type Frame, framesPerSecond } from '../media/frame'
import type { LiveAudio, LiveAudioOptions } from '../media/live-audio'
import { LiveVoice } from '../media/live-voice'
import { highestRate, lowestRate } from '../media/sound'
import { assertAnswered, assertPerson } from './leg-acts'
import type { SimulatedLeg } from './simulated-leg'

const liveAssertions: AssertionsOf<LiveAudioOptions> = {
  rate: may(
    `a multiple of ${framesPerSecond} from ${lowestRate} to ${highestRate}`,
    (rate) =>
      typeof rate === 'number' &&
      rate % framesPerSecond === 0 &&
      rate >= lowestRate &&
      rate <= highestRate,
  ),
  onHeard: may('a function', (value) => typeof value === 'function'),
}

/** Lets a program speak and listen at a leg. What was opened before is closed. */
export function openAudio(
  call: CallHost,
  leg: SimulatedLeg,
  options: LiveAudioOptions = {},
): LiveAudio {
  assertOptions('openAudio()', options, liveAssertions)
  const { platform } = call
  if (!platform.hasAudio) throw call.error('no-audio', {})
  assertPerson(call, leg)
  assertAnswered(call, leg)
  const { rate = 16_000, onHeard = () => {} } = options
  const voice = new LiveVoice(rate)
  const live = { take: () => voice.take(), hear: (frame: Frame) => onHeard(frame) }
  leg.phone.open(live)
  platform.mixer.add(leg)
  return {
    speak(samples) {
      if (!(samples instanceof Int16Array)) refuseOption('What speak() takes', 'an Int16Array')
      voice.push(samples)
    },
    close: () => leg.phone.close(live),
  }
}
