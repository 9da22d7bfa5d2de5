import type { ElementNode } from '../element/element'
import { isJsonObject, type JsonObject } from '../element/json'
import type { Url } from '../element/link'
import { below } from '../issues/report'
import { component, type Unchecked } from '../options/component'
import { action } from '../options/definition'
import { callerId } from '../options/formats/e164'
import {
  absentMeans,
  child,
  flag,
  one,
  oneOf,
  onlyChild,
  seconds,
  text,
  url,
  webhookUrl,
} from '../options/rules'
import type { Place } from '../options/table'
import { advancedMachineDetection } from './advanced-machine-detection'
import { app } from './app'
import { phone } from './phone'
import { sip } from './sip'
import { vbc } from './vbc'
import { websocket } from './websocket'

/** Options of the NCCO `connect` action. */
export interface ConnectOptions {
  /**
   * The caller ID, in E.164 without `+` or `00`. For a phone it must be one of your Vonage numbers, or the call does not
   * connect; without it the caller shows as unknown.
   */
  from?: string | undefined
  /**
   * Use a number of the application, of the destination's country if there is one. Not together with `from`.
   * @defaultValue false
   */
  randomFromNumber?: boolean | undefined
  /** `synchronous` lets `eventUrl` answer with an NCCO when the call was not answered, and that replaces the current one. Absent: events are only news. */
  eventType?: 'synchronous' | undefined
  /**
   * How long to ring, in seconds, 1 to 120.
   * @defaultValue 60
   */
  timeout?: number | undefined
  /**
   * The longest call in seconds, 1 to 7200.
   * @defaultValue 7200
   */
  limit?: number | undefined
  /** When a machine answers: `continue` sends an event, `hangup` ends the leg. Absent: no detection. */
  machineDetection?: 'continue' | 'hangup' | undefined
  /** http(s) URL that receives the events of the new leg; without it, the application's event URL does. */
  eventUrl?: Url<'event'> | undefined
  /**
   * `GET` or `POST`.
   * @defaultValue 'POST'
   */
  eventMethod?: 'GET' | 'POST' | undefined
  /** http(s) URL of a tone that the caller hears until the call is answered. Not recommended with a phone. */
  ringbackTone?: string | undefined
}

const byType = { phone, app, websocket, sip, vbc }
const endpoints = /* @__PURE__ */ Object.values(byType)

/** The `type` of an endpoint. A table that is typed by it does not compile if it misses one. */
export type EndpointType = keyof typeof byType

export const connect = action<ConnectOptions>('connect', 'Connect', (table) =>
  table({
    options: {
      from: text({ format: callerId }),
      randomFromNumber: flag(),
      eventType: absentMeans('asynchronous', oneOf('synchronous')),
      timeout: seconds({ min: 1, max: 120, whole: true }),
      limit: seconds({ min: 1, max: 7200, whole: true }),
      machineDetection: oneOf('continue', 'hangup'),
      eventUrl: one(webhookUrl('event')),
      eventMethod: oneOf('GET', 'POST'),
      ringbackTone: url(),
    },
    children: {
      /** The endpoint to call, in an array of one. */
      endpoint: onlyChild(endpoints, '<Phone number="447700900001" />'),
      /** Finds out whether a human or a machine answers the phone; overrides `machineDetection`. Chargeable. */
      advancedMachineDetection: child(advancedMachineDetection),
    },
    reads: [
      'from',
      'randomFromNumber',
      'eventType',
      'machineDetection',
      'eventUrl',
      'ringbackTone',
      'endpoint',
      'advancedMachineDetection',
    ],
    check(connect, place) {
      const { object, path, report } = place
      const { randomFromNumber, machineDetection, advancedMachineDetection } = connect
      if (randomFromNumber === true && connect.from !== undefined) {
        report('from-and-random', below(path, 'randomFromNumber'), { object })
      }
      if (machineDetection !== undefined && advancedMachineDetection !== undefined) {
        report('two-machine-detections', below(path, 'machineDetection'), { object })
      }
      if (connect.eventType === 'synchronous' && connect.eventUrl === undefined) {
        report('synchronous-without-url', below(path, 'eventType'), { object })
      }
      const endpoint = Array.isArray(connect.endpoint) ? connect.endpoint[0] : undefined
      if (isJsonObject(endpoint)) checkForEndpoint(endpoint.type, connect, place)
    },
  }),
)

/** The rules that depend on whether a phone is called. */
function checkForEndpoint(type: unknown, connect: JsonObject, place: Place): void {
  const { object, path, report } = place
  if (type === 'phone') {
    if (connect.from === undefined && connect.randomFromNumber !== true) {
      report('no-caller-id', below(path, 'from'), { object })
    }
    if (connect.ringbackTone !== undefined)
      report('ringback-on-phone', below(path, 'ringbackTone'), { object })
    return
  }
  const { machineDetection, advancedMachineDetection } = connect
  if (machineDetection === undefined && advancedMachineDetection === undefined) return
  const endpoint = endpoints.find(({ tag }) => tag?.[1] === type)
  if (!endpoint) return
  for (const key of ['machineDetection', 'advancedMachineDetection']) {
    if (connect[key] !== undefined)
      report('machine-detection-off-phone', below(path, key), { endpoint })
  }
}

/** Props of {@link Connect}. */
export interface ConnectProps extends ConnectOptions, Unchecked {
  /** The endpoint, one of `<Phone>`, `<App>`, `<Websocket>`, `<Sip>` and `<Vbc>`; and `<AdvancedMachineDetection>`, if wanted. */
  children: ElementNode
}

/**
 * Calls the endpoint inside it and joins it with the caller. The next action runs if the endpoint was not answered, so several in a
 * row ring one after another. Once the two have talked, the call is completed when either hangs up. Only after a websocket that its
 * server dropped does the next action run.
 *
 * @example
 * ```tsx
 * <Connect from="447700900000" timeout={20}>
 *   <Phone number="447700900001" />
 * </Connect>
 * ```
 * @see https://developer.vonage.com/en/voice/voice-api/ncco-reference#connect
 */
export const Connect = component<ConnectProps>(connect)
