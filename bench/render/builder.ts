import { requireTool } from '../tools'
import type { Call } from './call'

type Action = new (...options: unknown[]) => object

interface Builder {
  addAction(action: object): Builder
  build(): object[]
}

const sdk = requireTool('@vonage/voice') as {
  NCCOBuilder: new () => Builder
} & Record<'Connect' | 'Input' | 'Notify' | 'Record' | 'Stream' | 'Talk', Action>

/** The six actions by the builder of the official SDK. Its options have places, not names. */
export function builder({ from, attempt }: Call): object[] {
  const none = undefined
  const text = `Welcome, ${from}. For sales, press 1. For support, press 2.`
  const dtmf = { maxDigits: 1, timeOut: 5 }
  const speech = { language: 'en-GB', context: ['sales', 'support'] }
  const phone = { type: 'phone', number: '447700900002' }
  const events = 'https://example.com/events'
  const recorded = 'https://example.com/recorded'
  return new sdk.NCCOBuilder()
    .addAction(new sdk.Notify({ from, attempt }, events))
    .addAction(new sdk.Stream('https://example.com/jingle.mp3', 0.5))
    .addAction(new sdk.Talk(text, true, none, none, 'en-GB', 2))
    .addAction(new sdk.Input(dtmf, speech, 'https://example.com/chosen'))
    .addAction(new sdk.Connect(phone, '447700900000', none, none, 20, none, none, events))
    .addAction(new sdk.Record('mp3', none, none, 3, none, none, true, recorded))
    .build()
}
