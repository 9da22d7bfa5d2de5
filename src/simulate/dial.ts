import type { NccoNode } from '../element/element'
import { isJsonObject } from '../element/json'
import {
  type AssertionsOf,
  assertOptions,
  isText,
  may,
  object,
  oneOf,
  refuseOption,
  text,
} from './assert-options'
import type { Call } from './call/call'
import { CallInProgress } from './call/call-in-progress'
import { viewCall } from './call/view'
import type { Platform, PlatformOptions } from './create-platform'
import { type CallTarget, toApplication } from './delivery/application'
import { type ApplicationOptions, applicationAssertions } from './delivery/application-options'
import { answerFields } from './delivery/webhook-fields'
import { toEndpoint } from './leg/endpoint'
import { networkAssertions } from './network-options'
import { isPlatform, SimulatedPlatform } from './platform'

/**
 * Options that `dial` and `callOut` share.
 *
 * @example
 * ```ts
 * const call = await dial(app, { pace: 'manual' })
 * await call.wait(0.5)
 * await call.hangUp() // in the middle of a prompt
 * ```
 */
export interface CallOptions extends ApplicationOptions {
  /**
   * The platform of the call. Absent: a new one of its own, which counts ids and time from the beginning. Calls to an app that
   * remembers webhooks need one that they share.
   */
  platform?: Platform | undefined
  /**
   * Controls time. `natural`: each method returns when the call waits for someone, so prompts are heard out. `manual`: time
   * passes only as long as it takes to press, to say and to wait, so a prompt can be interrupted. Not for a platform whose pace is
   * real, where time passes by itself.
   * @defaultValue 'natural'
   */
  pace?: 'natural' | 'manual' | undefined
}

export const callAssertions: AssertionsOf<CallOptions> = {
  ...applicationAssertions,
  platform: may('what createPlatform() gave', isPlatform),
  pace: oneOf('natural', 'manual'),
}

/** Options that callers give to a call by mistake. */
export const platformOptions: readonly string[] = [
  ...Object.keys(networkAssertions),
  ...(['application', 'limits', 'early'] satisfies (keyof PlatformOptions)[]),
]

/**
 * Options of {@link dial}.
 *
 * @example
 * ```ts
 * const welcome = [{ action: 'talk', text: 'Welcome back.' }]
 * const call = await dial(welcome, { fromUser: 'ada', customData: { cart: 7 } })
 * ```
 */
export interface DialOptions extends CallOptions {
  /**
   * The calling number; `null` for a caller who withholds it.
   * @defaultValue '447700900001'
   */
  from?: string | null | undefined
  /**
   * The number that is called.
   * @defaultValue '447700900000'
   */
  to?: string | undefined
  /** The calling user of the Client SDK, instead of `from`. */
  fromUser?: string | undefined
  /**
   * The kind of the calling leg.
   * @defaultValue 'phone'; 'app' with `fromUser`
   */
  endpointType?: 'phone' | 'sip' | 'websocket' | 'app' | 'vbc' | undefined
  /** Custom headers of a SIP call, with their `X-`, and `User-to-User`. Those that start with `X-Nexmo` do not arrive. */
  sipHeaders?: Readonly<Record<string, string>> | undefined
  /** Custom data of the Client SDK. */
  customData?: object | undefined
}

export const dialAssertions: AssertionsOf<DialOptions> = {
  ...callAssertions,
  from: may('a text that is not empty, or null', (value) => value === null || isText(value)),
  to: text,
  fromUser: text,
  endpointType: oneOf('phone', 'sip', 'websocket', 'app', 'vbc'),
  sipHeaders: may('an object of texts', areTexts),
  customData: object,
}

/**
 * Calls a flow: the platform asks it for an NCCO, as Vonage would, and runs the NCCO. Returns when the call waits for someone, or
 * is over.
 *
 * @param target an app with a `fetch`, a function from `Request` to `Response`, an answer URL, or an NCCO or element by itself
 * @throws SimulatorError `simulator-option`, `endless-call`, `loop-without-pause`
 * @throws NccoError if an element does not render
 * @example
 * ```ts
 * const menu = [
 *   { action: 'talk', text: 'For sales, press 1.', bargeIn: true },
 *   { action: 'input', type: ['dtmf'], dtmf: { maxDigits: 1 }, eventUrl: ['https://app.example.com/chosen'] },
 * ]
 * const app = (request) =>
 *   Response.json(request.url.endsWith('/chosen') ? [{ action: 'talk', text: 'Sales.' }] : menu)
 * const call = await dial(app, { from: '447700900001' })
 * await call.press('1')
 * call.heard // ['For sales, press 1.', 'Sales.']
 * ```
 */
export async function dial(
  target: CallTarget | Promise<NccoNode>,
  options: DialOptions = {},
): Promise<Call> {
  assertOptions('dial()', options, dialAssertions, platformOptions)
  const { from = '447700900001', to = '447700900000', fromUser, pace } = options
  const { endpointType = fromUser === undefined ? 'phone' : 'app', customData } = options
  const platform = platformOf(options)
  const application = await toApplication(target, options, () => platform.time)
  const number = fromUser === undefined ? (from ?? undefined) : undefined
  const name = fromUser ?? number ?? 'caller'
  const call = new CallInProgress(
    platform,
    application,
    { endpoint: toEndpoint(endpointType, name), direction: 'inbound', from: number, to, name },
    pace !== 'manual',
  )
  const fields = answerFields(call, call.leg, {
    ...(fromUser !== undefined && { from_user: fromUser }),
    ...(customData !== undefined && { custom_data: customData }),
    ...sipFields(options.sipHeaders ?? {}),
  })
  const refuseRinging = () => {
    throw call.error('leg-not-ringing', { leg: name, status: 'calling' })
  }
  await call.start(() => {
    call.log({ type: 'dialled', from: name, to, direction: 'inbound' })
    call.leg.status = 'ringing'
    call.leg.control = {
      hangUp: () => call.end('hung-up', 'user'),
      answer: refuseRinging,
      refuse: refuseRinging,
      disconnect: () => call.end('hung-up', 'user'),
      release: () => call.end('hung-up-by-app', 'platform'),
    }
    call.sendStatus('started')
    call.sendStatus('ringing')
    call.courier.askForAnswer({ kind: 'answer', ...application.answer, fields }, (result) =>
      call.begin(result),
    )
  })
  return viewCall(call)
}

/** The platform that was given, or a new one. */
export function platformOf({ platform, pace }: CallOptions): SimulatedPlatform {
  if (!isPlatform(platform)) return new SimulatedPlatform({})
  if (platform.isReal && pace !== undefined) {
    refuseOption('pace', 'absent on a platform whose pace is real, where time passes by itself')
  }
  return platform
}

function areTexts(value: unknown): boolean {
  return isJsonObject(value) && Object.values(value).every((entry) => typeof entry === 'string')
}

/** Headers of Vonage's own are withheld. */
function sipFields(headers: Readonly<Record<string, string>>): Record<string, string> {
  const passed = Object.entries(headers).filter(([name]) => !/^x-nexmo/i.test(name))
  return Object.fromEntries(passed.map(([name, value]) => [`SipHeader_${name}`, value]))
}
