import {
  type AssertionsOf,
  assertSeconds,
  callable,
  may,
  object,
  oneOf,
  seconds,
  text,
} from './assert-options'

/** Options of the network: of its clock, its audio and its calls. */
export interface NetworkOptions {
  /**
   * The time at second 0 of the clock, for the timestamps of webhooks: ISO 8601. If the pace is real, the default is the time of the machine.
   * @defaultValue '2026-01-01T00:00:00.000Z'
   */
  startsAt?: string | undefined
  /** Length of the audio of each `streamUrl`, in seconds, by its URL. */
  streams?: Readonly<Record<string, number>> | undefined
  /**
   * Length of audio that `streams` does not name, in seconds.
   * @defaultValue 10
   */
  streamSeconds?: number | undefined
  /**
   * The longest call in seconds. A longer one is ended, and the method that let the time pass throws, also if it belongs to another
   * call.
   * @defaultValue 3600
   */
  maxSeconds?: number | undefined
  /**
   * The effect of a hang-up after a `connect` was answered. `ends`: the call is completed, as Vonage's tutorials say. `continues`: the
   * next action of the caller's NCCO runs.
   * @defaultValue 'ends'
   */
  afterConnect?: 'ends' | 'continues' | undefined
  /**
   * The base URL of the REST side, as `region_url` of answer webhooks tells it. If it is given, the URLs of recordings and transcripts
   * are below it too, otherwise below `https://api.nexmo.com`.
   * @defaultValue 'https://api-eu.vonage.com'
   */
  regionUrl?: string | undefined
  /**
   * The clock. `virtual`: time passes only in the methods of the platform and its calls. `real`: the platform runs by itself, with the
   * wall clock, until `close()`.
   * @defaultValue 'virtual'
   */
  pace?: 'virtual' | 'real' | undefined
  /**
   * Seconds of the platform in a second of real time, 0.1 to 100, with `pace: 'real'`. The app is no faster, and has as long to answer.
   * @defaultValue 1
   */
  speed?: number | undefined
  /**
   * Called with each error that no method can throw, because none is waiting for its call: `endless-call`, `loop-without-pause`, and what
   * an element or `faults` throws, with `pace: 'real'` or after a REST request. Absent: they are written to the console.
   */
  onError?: ((error: unknown) => void) | undefined
  /**
   * What a `connect` to a websocket does. `connected`: the platform connects to its server, and audio flows; that needs `pace: 'real'` at
   * speed 1, and is the default there. `simulated`: a script is the server, as `leg.answer()` and `leg.say()`.
   * @defaultValue 'simulated'
   */
  websockets?: 'connected' | 'simulated' | undefined
  /**
   * The most audio that is kept for `leg.audio` and for `heardAudio()`, in seconds for each leg: the newest. A minute takes up to 3 MB.
   * @defaultValue 600
   */
  audioSeconds?: number | undefined
}

const lastMoment = Date.UTC(9999, 11, 31, 23, 59, 59, 999)

export const networkAssertions: AssertionsOf<NetworkOptions> = {
  startsAt: may(
    'a time in ISO 8601, up to the year 9999',
    (value) => typeof value === 'string' && Date.parse(value) <= lastMoment,
  ),
  streams(value, option) {
    object(value, option)
    for (const length of Object.values(value ?? {})) assertSeconds(option, length)
  },
  streamSeconds: seconds,
  maxSeconds: seconds,
  afterConnect: oneOf('ends', 'continues'),
  regionUrl: text,
  pace: oneOf('virtual', 'real'),
  speed: may(
    'a number from 0.1 to 100',
    (value) => typeof value === 'number' && value >= 0.1 && value <= 100,
  ),
  onError: callable,
  websockets: oneOf('connected', 'simulated'),
  audioSeconds: seconds,
}
