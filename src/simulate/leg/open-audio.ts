import { type AssertionsOf, assertOptions, callable, may, refuseOption } from '../assert-options'
import type { CallHost } from '../call/call-host'
import { framesPerSecond, rateOf, type SampleRate, usualRate } from '../media/frame'
import type { LiveAudio, LiveAudioOptions } from '../media/live-audio'
import { LiveEnd } from '../media/live-end'
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
  onHeard: callable,
}

/** Lets a program speak and listen at a leg. What was opened before is closed. */
export function openAudio(
  call: CallHost,
  leg: SimulatedLeg,
  options: LiveAudioOptions = {},
): LiveAudio {
  assertOptions('openAudio()', options, liveAssertions)
  const { platform } = call
  if (!platform.hasLiveAudio) throw call.error('no-audio', {})
  assertPerson(call, leg)
  assertAnswered(call, leg)
  const { rate = 16_000, onHeard = () => {} } = options
  const live = new LiveEnd(platform, leg, { said: rate, frames: frameRateOf(leg), onHeard })
  leg.phone.open(live)
  platform.mixer.add(leg)
  return {
    speak(samples) {
      if (!(samples instanceof Int16Array)) refuseOption('What speak() takes', 'an Int16Array')
      live.speak(samples)
    },
    close: () => leg.phone.close(live),
  }
}

/** The rate of the frames of a leg. A telephone has whatever is best. */
function frameRateOf({ isWebsocket, endpoint }: SimulatedLeg): SampleRate | undefined {
  return isWebsocket ? (rateOf(endpoint['content-type']) ?? usualRate) : undefined
}
