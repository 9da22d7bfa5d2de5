import type { SimulatorCode, SimulatorDetail } from '../../src/simulate/messages'

/** A detail for each finding of the simulator, for the messages in docs/errors.md. */
export const simulatorSamples: { readonly [C in SimulatorCode]: SimulatorDetail<C> } = {
  'key-unheard': { key: '1', doing: 'the call rings 447700900002' },
  'speech-unheard': { doing: 'the call listens for keys' },
  'no-such-key': {},
  'call-over': { at: 8.2, reason: 'completed' },
  'leg-not-ringing': { leg: '447700900002', status: 'answered' },
  'leg-not-answered': { leg: '447700900002', status: 'ringing', lacks: 'callee' },
  'not-a-websocket': { leg: '447700900002' },
  'live-websocket': { leg: 'wss://agent.example.com/calls' },
  'unusable-audio': { why: 'is an MP3 file, not a WAV file' },
  'no-audio': {},
  'endless-call': { limit: 3600, doing: 'the call listens for keys' },
  'loop-without-pause': { count: 100 },
  'platform-closed': {},
  'no-application': {},
  'no-call-made': { seconds: 5 },
  'not-an-act': { part: 'jump' },
  'no-such-leg': { number: 2, count: 1 },
  'no-such-call': { number: 3, count: 1 },
  'simulator-option': { option: 'maxSeconds', expected: 'a number of seconds' },
}
