import { check } from '../check/check'
import type { NccoNode } from '../element/element'
import { isJsonObject } from '../element/json'
import {
  type AssertionsOf,
  assertOptions,
  isText,
  refuseOption,
  seconds,
  text,
} from './assert-options'
import type { Call } from './call/call'
import { viewCall } from './call/view'
import { type CallTarget, toApplication, toNcco } from './delivery/application'
import { type CallOptions, callAssertions, platformOf, platformOptions } from './dial'
import { type Endpoint, toEndpoint } from './leg/endpoint'
import { defaultCallerId, placeCall } from './place-call'

/**
 * Options of {@link callOut}, as the REST API names them.
 *
 * @example
 * ```ts
 * const call = await callOut(app, { to: { type: 'sip', uri: 'sip:ada@example.com' }, ringingTimer: 20 })
 * await call.wait(20)
 * call.ended?.reason // 'timeout'
 * ```
 */
export interface CallOutOptions extends CallOptions {
  /** The callee: a number in E.164, or any endpoint as an NCCO names it. */
  to: string | Endpoint
  /**
   * The caller ID.
   * @defaultValue '447700900000'
   */
  from?: string | undefined
  /** The NCCO or element that runs when the call is answered. The answer URL is then not asked. */
  ncco?: readonly object[] | NccoNode | undefined
  /**
   * Ringing time in seconds.
   * @defaultValue 60
   */
  ringingTimer?: number | undefined
  /**
   * The longest call, in seconds.
   * @defaultValue 7200
   */
  lengthTimer?: number | undefined
  /** Reaction to a machine that answers. Absent: no detection. */
  machineDetection?: 'continue' | 'hangup' | undefined
  /** The same, with more settings; it overrides `machineDetection`. */
  advancedMachineDetection?:
    | {
        behavior: 'continue' | 'hangup'
        mode?: 'default' | 'detect' | 'detect_beep' | undefined
        beep_timeout?: number | undefined
      }
    | undefined
}

const callOutAssertions: AssertionsOf<CallOutOptions> = {
  ...callAssertions,
  to: assertTo,
  from: text,
  // Elements may have to be awaited first.
  ncco: () => {},
  ringingTimer: seconds,
  lengthTimer: seconds,
  machineDetection: asInConnect,
  advancedMachineDetection: asInConnect,
}

/**
 * Makes the platform call someone, as `POST /v1/calls` does. Returns while the leg rings: `await call.leg.answer()` goes on.
 *
 * @param target answers the webhooks, as for {@link dial}
 * @throws SimulatorError `simulator-option`
 * @example
 * ```ts
 * const call = await callOut([{ action: 'talk', text: 'Your order is ready.' }], { to: '447700900001' })
 * call.state // 'ringing'
 * await call.leg.answer()
 * call.heard // ['Your order is ready.']
 * ```
 */
export async function callOut(
  target: CallTarget | Promise<NccoNode>,
  options: CallOutOptions,
): Promise<Call> {
  assertOptions('callOut()', options, callOutAssertions, platformOptions)
  assertTo(options.to, 'to')
  const { from = defaultCallerId, ringingTimer = 60, lengthTimer = 7200, pace } = options
  const platform = platformOf(options)
  const application = await toApplication(target, options, () => platform.time)
  const ncco =
    options.ncco === undefined
      ? application.ncco
      : await toNcco(options.ncco, 'ncco', 'an NCCO (an array of actions) or element')
  const { machineDetection, advancedMachineDetection } = options
  const { call, ring } = placeCall(
    platform,
    { ...application, ncco },
    {
      endpoint: calledEndpoint(options.to),
      from,
      ringsFor: ringingTimer,
      limit: lengthTimer,
      detection: JSON.parse(JSON.stringify({ machineDetection, advancedMachineDetection })),
      isPatient: pace !== 'manual',
    },
  )
  await call.start(ring)
  return viewCall(call)
}

function calledEndpoint(to: string | Endpoint): Endpoint {
  return typeof to === 'string' ? toEndpoint('phone', to) : { ...to }
}

function assertTo(to: unknown, option: string): void {
  if (!isText(to) && !isJsonObject(to)) {
    const expected = "a number, or an endpoint such as { type: 'sip', uri: 'sip:ada@example.com' }"
    refuseOption(option, expected)
  }
  assertInConnect(option, { endpoint: [calledEndpoint(to as string | Endpoint)] })
}

function asInConnect(value: unknown, option: string): void {
  assertInConnect(option, { [option]: value })
}

/** Refuses an option that is refused in a connect. */
function assertInConnect(option: string, given: object): void {
  const endpoint = [{ type: 'phone', number: '447700900001' }]
  const issues = check([{ action: 'connect', from: '447700900000', endpoint, ...given }])
  const wrong = issues.find(({ severity }) => severity === 'error')
  if (!wrong) return
  refuseOption(option, `as in an NCCO: ${wrong.message} ${wrong.remedy.replace(/\.$/, '')}`)
}
