import { render, Talk } from 'ncco-jsx'
import type { VoiceApp } from 'ncco-jsx/serve'
import { turn } from './flow'
import { watchLine } from './line'

/** What the queue asks of the official client: `new Vonage(…).voice` of `@vonage/server-sdk`. */
interface VoiceClient {
  playTTS(leg: string, talk: object): Promise<unknown>
  transferCallWithURL(leg: string, url: string): Promise<unknown>
}

/**
 * Moves the line on in the middle of the music: transfers a caller to the agent who is free, and tells the others their new place. Whom
 * it cannot reach looks again when the music ends.
 */
export function moveLine(app: VoiceApp, voice: VoiceClient): void {
  watchLine(async (caller, next) => {
    try {
      if ('agent' in next) {
        await voice.transferCallWithURL(caller.leg, await app.link(turn(caller)))
      } else {
        const words = <Talk language="en-GB">You are now number {next.place} in the line.</Talk>
        for (const talk of render(words)) await voice.playTTS(caller.leg, talk)
      }
    } catch (error) {
      console.error(error)
    }
  })
}
