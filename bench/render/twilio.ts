import { requireTool } from '../tools'
import type { Call } from './call'

type Attributes = Readonly<Record<string, string | number | boolean>>

/** The part of Twilio's builder that the flow needs. */
interface VoiceResponse {
  say(attributes: Attributes, text: string): unknown
  play(attributes: Attributes, url: string): unknown
  gather(attributes: Attributes): VoiceResponse
  dial(attributes: Attributes): { number(attributes: Attributes, number: string): unknown }
  record(attributes: Attributes): unknown
  pause(attributes: Attributes): unknown
  toString(): string
}

const { VoiceResponse } = requireTool('twilio').twiml as {
  VoiceResponse: new () => VoiceResponse
}

/** The same call in TwiML, as near as it comes: nine elements, six of them at the top. */
export function renderTwiml({ from, attempt }: Call): string {
  const response = new VoiceResponse()
  response.pause({ length: attempt })
  response.play({ loop: 1 }, 'https://example.com/jingle.mp3')
  const welcome = `Welcome, ${from}. For sales, press 1. For support, press 2.`
  response.say({ language: 'en-GB', voice: 'woman' }, welcome)
  const gather = response.gather({
    input: 'dtmf speech',
    numDigits: 1,
    timeout: 5,
    hints: 'sales, support',
    action: 'https://example.com/chosen',
  })
  gather.say({ language: 'en-GB' }, 'Please choose.')
  gather.pause({ length: 1 })
  response
    .dial({ callerId: '447700900000', timeout: 20, action: 'https://example.com/events' })
    .number({ statusCallback: 'https://example.com/events' }, '447700900002')
  response.record({ timeout: 3, playBeep: true, action: 'https://example.com/recorded' })
  return response.toString()
}
