import { isAudible, toSamples } from '../../../src/simulate/media/pcm'
import type { Behaviour, BotConnection } from './bot-server'

/** A bot that waits until nobody speaks for a time, in seconds, then repeats what was said. */
export function parrot(silence: number): Behaviour {
  const heard = new Map<BotConnection, Buffer[]>()
  const timers = new Map<BotConnection, NodeJS.Timeout>()
  return {
    onFrame(connection, frame) {
      const frames = heard.get(connection) ?? []
      heard.set(connection, frames)
      if (isAudible(toSamples(frame))) {
        frames.push(frame)
        clearTimeout(timers.get(connection))
        timers.delete(connection)
      } else if (frames.length > 0 && !timers.has(connection)) {
        const repeat = () => {
          timers.delete(connection)
          for (const one of frames.splice(0)) connection.socket.send(one)
        }
        timers.set(connection, setTimeout(repeat, silence * 1000))
      }
    },
  }
}
