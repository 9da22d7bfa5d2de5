import type { JsonObject } from '../../element/json'
import type { Prompt } from '../audio/player'
import { readAloud } from '../audio/read-aloud'
import type { Activity, Begin, Flow } from '../call/activity'
import { flagOf, numberOf, textOf, textsOf } from './action-options'

export const beginTalk: Begin = (options, flow) => {
  const { words, seconds, fault } = readAloud(textOf(options, 'text') ?? '')
  if (fault === undefined) {
    const language = textOf(options, 'language')
    return beginPrompt({ text: words, isAudio: false, seconds, language }, options, flow)
  }
  if (flagOf(options, 'bargeIn')) flow.isInterruptible = true
  flow.call.log({ type: 'note', text: `Nothing is heard: the SSML of a talk ${fault}.` })
  return undefined
}

export const beginStream: Begin = (options, flow) => {
  const [url = ''] = textsOf(options, 'streamUrl') ?? []
  const seconds = flow.call.platform.streamSeconds(url)
  return beginPrompt({ text: url, isAudio: true, seconds }, options, flow)
}

function beginPrompt(
  sound: Omit<Prompt, 'loop'>,
  options: JsonObject,
  flow: Flow,
): Activity | undefined {
  const { player } = flow.leg
  const loop = loopOf(options)
  if (flagOf(options, 'bargeIn')) flow.isInterruptible = true
  if (flow.isInterruptible) {
    player.play({ ...sound, loop })
    return undefined
  }
  const playing: Activity = {
    state: 'playing',
    doing: loop === 0 ? 'plays a prompt for ever' : 'plays a prompt that cannot be interrupted',
    get isWaiting() {
      return !player.hasMoreToSay
    },
    stop: () => {},
  }
  player.play({ ...sound, loop, onEnd: () => flow.finish(playing) })
  return playing
}

/** Vonage's reaction to a negative or fractional `loop` is unknown: the prompt plays at least once. */
function loopOf(options: JsonObject): number {
  const loop = numberOf(options, 'loop') ?? 1
  return loop === 0 ? 0 : Math.max(1, Math.floor(loop))
}
