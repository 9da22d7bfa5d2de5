import {
  type Call,
  type CallOptions,
  createPlatform,
  dial,
  type LiveAudio,
  type Platform,
  type PlatformOptions,
} from 'ncco-jsx/simulate'
import { onTestFinished } from 'vitest'
import { type Behaviour, type BotServer, startBot } from './bot-server'

/** A platform with the wall clock, which ends with the test. */
export function livePlatform(options: PlatformOptions = {}): Platform {
  const platform = createPlatform({ pace: 'real', ...options })
  onTestFinished(() => platform.close())
  return platform
}

/** The server of a bot, which ends with the test. */
export async function bot(behaviour: Behaviour = {}): Promise<BotServer> {
  const server = await startBot(behaviour)
  onTestFinished(() => server.close())
  return server
}

/** A connect to a bot. */
export function toBot({ uri }: { uri: string }, more: object = {}, connect: object = {}): object {
  const endpoint = { type: 'websocket', uri, 'content-type': 'audio/l16;rate=16000', ...more }
  return { action: 'connect', endpoint: [endpoint], ...connect }
}

/** A caller who is connected to a bot. */
export async function talkTo(server: BotServer, more: object = {}, options: CallOptions = {}) {
  const call: Call = await dial([toBot(server, more)], { platform: livePlatform(), ...options })
  await call.wait()
  const [leg] = call.legs
  const [connection] = server.connections
  if (!leg || !connection) throw new Error(call.transcript())
  return { call, leg, connection }
}

/** Says samples as a microphone gives them: as time passes. */
export async function sayLive(line: LiveAudio, samples: Int16Array, rate: number): Promise<void> {
  const begun = performance.now()
  for (let place = 0; place < samples.length; ) {
    const due = Math.floor(((performance.now() - begun) * rate) / 1000)
    line.speak(samples.subarray(place, due))
    place = due
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
