import { check } from '../check/check'
import type { NccoNode } from '../element/element'
import { isJsonObject, type JsonObject } from '../options/json'
import { type CallTarget, toApplication } from './application'
import type { Call } from './call'
import { CallInProgress } from './call-in-progress'
import { type CallOptions, paces, platformOf } from './dial'
import { addressOf, type Endpoint, nameOf } from './leg'
import { OutgoingLeg } from './outgoing-leg'
import { checkOneOf, checkSeconds, refuseOption } from './simulator-option'
import { viewCall } from './view'
import { answerFields } from './webhooks'

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
  /** Whom to call: a number, or any endpoint as an NCCO names it. */
  to: string | Endpoint
  /**
   * The caller ID.
   * @defaultValue '447700900000'
   */
  from?: string | undefined
  /** What runs when it is answered, in place of asking the answer URL: an NCCO or element. */
  ncco?: readonly object[] | NccoNode | undefined
  /**
   * How long it rings, in seconds.
   * @defaultValue 60
   */
  ringingTimer?: number | undefined
  /**
   * The longest call, in seconds.
   * @defaultValue 7200
   */
  lengthTimer?: number | undefined
  /** What to do when a machine answers. Absent: no detection. */
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

/**
 * Has the platform call somebody, as `POST /v1/calls` does. Returns while it rings: `await call.leg.answer()` goes on.
 *
 * @param target what answers the webhooks, as for {@link dial}
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
  if (typeof options !== 'object') refuseOption('The options of callOut()', 'an object with to')
  const { from = '447700900000', ringingTimer = 60, lengthTimer = 7200, pace } = options
  checkOneOf('pace', pace, paces)
  checkSeconds('ringingTimer', ringingTimer)
  checkSeconds('lengthTimer', lengthTimer)
  const endpoint = endpointOf(options.to)
  const to = addressOf(endpoint)
  const platform = platformOf(options.platform)
  const application = await toApplication(target, options)
  const ncco = options.ncco === undefined ? undefined : await toApplication(options.ncco, {})
  const detection = detectionOf(options)
  const call = new CallInProgress(
    platform,
    ncco ? { ...application, ncco: ncco.ncco } : application,
    { endpoint, direction: 'outbound', from, to, name: nameOf(endpoint) },
    pace !== 'manual',
  )
  const outgoing = new OutgoingLeg(call, call.leg, {
    events: application.events,
    ringsFor: ringingTimer,
    limit: lengthTimer,
    detection,
    asksOn: new Set(),
    onAnswered: () =>
      call.courier.askForAnswer(
        { kind: 'answer', ...application.answer, fields: answerFields(call, call.leg) },
        (reply) => call.begin(reply),
      ),
    onOver: (reason) => call.end(reason, 'user'),
    onReply: (reply) => call.divert(reply),
  })
  call.outgoing = outgoing
  await call.start(() => {
    call.tell({ type: 'dialled', from, to: nameOf(endpoint), direction: 'outbound' })
    outgoing.ring()
  })
  return viewCall(call)
}

/** Whom to call. An endpoint must lead somewhere, which `addressOf` tells. */
function endpointOf(to: unknown): Endpoint {
  const expected = "a number, or an endpoint such as { type: 'sip', uri: 'sip:ada@example.com' }"
  if (typeof to === 'string' && to !== '') return { type: 'phone', number: to }
  if (!isJsonObject(to) || typeof to.type !== 'string') return refuseOption('to', expected)
  const endpoint = { ...to, type: to.type }
  return addressOf(endpoint).includes('undefined') ? refuseOption('to', expected) : endpoint
}

/** The machine detection, which must be as that of a connect. */
function detectionOf({ machineDetection, advancedMachineDetection }: CallOutOptions): JsonObject {
  const detection = JSON.parse(JSON.stringify({ machineDetection, advancedMachineDetection }))
  const endpoint = [{ type: 'phone', number: '447700900001' }]
  const issues = check([{ action: 'connect', from: '447700900000', endpoint, ...detection }])
  const wrong = issues.find(({ severity }) => severity === 'error')
  if (!wrong) return detection
  const [, option = ''] = /^\/0\/(\w+)/.exec(wrong.path) ?? []
  return refuseOption(option, `as in an NCCO: ${wrong.message} ${wrong.remedy.replace(/\.$/, '')}`)
}
