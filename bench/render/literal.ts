import type { Call } from './call'

/** The six actions as an object literal: what nothing that makes JSON can be faster than. */
export function literal({ from, attempt }: Call): object[] {
  return [
    {
      action: 'notify',
      payload: { from, attempt },
      eventUrl: ['https://example.com/events'],
    },
    { action: 'stream', streamUrl: ['https://example.com/jingle.mp3'], level: 0.5 },
    {
      action: 'talk',
      text: `Welcome, ${from}. For sales, press 1. For support, press 2.`,
      language: 'en-GB',
      style: 2,
      bargeIn: true,
    },
    {
      action: 'input',
      type: ['dtmf', 'speech'],
      eventUrl: ['https://example.com/chosen'],
      dtmf: { maxDigits: 1, timeOut: 5 },
      speech: { language: 'en-GB', context: ['sales', 'support'] },
    },
    {
      action: 'connect',
      from: '447700900000',
      timeout: 20,
      eventUrl: ['https://example.com/events'],
      endpoint: [{ type: 'phone', number: '447700900002' }],
    },
    {
      action: 'record',
      format: 'mp3',
      endOnSilence: 3,
      beepStart: true,
      eventUrl: ['https://example.com/recorded'],
    },
  ]
}
