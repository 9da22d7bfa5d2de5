import type { NccoNode } from '../element/element'
import type { JsonObject } from '../options/json'
import { type CallTarget, toApplication } from './application'
import type { Call } from './call'
import { CallInProgress } from './call-in-progress'
import type { Reply } from './courier'
import { type CallOptions, platformOf } from './dial'
import { addressOf, type Endpoint } from './leg'
import { OutgoingLeg } from './outgoing-leg'
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
  const { from = '447700900000', ringingTimer = 60, lengthTimer = 7200, pace } = options
  const endpoint =
    typeof options.to === 'string' ? { type: 'phone', number: options.to } : options.to
  const to = addressOf(endpoint)
  const platform = platformOf(options.platform)
  const application = await toApplication(target, options)
  const ncco = options.ncco === undefined ? undefined : await toApplication(options.ncco, {})
  const call = new CallInProgress(
    platform,
    ncco ? { ...application, ncco: ncco.ncco } : application,
    { endpoint, direction: 'outbound', from, to, name: to },
    pace !== 'manual',
  )
  const { machineDetection, advancedMachineDetection } = options
  const outgoing = new OutgoingLeg(call, call.leg, {
    events: application.events,
    ringsFor: ringingTimer,
    limit: lengthTimer,
    detection: {
      ...(machineDetection !== undefined && { machineDetection }),
      ...(advancedMachineDetection !== undefined && {
        advancedMachineDetection: { ...advancedMachineDetection } as JsonObject,
      }),
    },
    asksOn: new Set(),
    onAnswered: () =>
      call.courier.askForAnswer(
        { kind: 'answer', ...application.answer, fields: answerFields(call, call.leg) },
        (reply) => run(call, reply),
      ),
    onOver: (reason) => call.end(reason, 'user'),
    onReply: (reply) => {
      if (reply.kind === 'ncco') call.run(reply.ncco)
      else if (reply.kind === 'invalid') call.refuse()
    },
  })
  call.outgoing = outgoing
  await call.perform(() => {
    call.tell({ type: 'dialled', from, to, direction: 'outbound' })
    outgoing.ring()
  })
  return viewCall(call)
}

function run(call: CallInProgress, reply: Reply): void {
  if (call.ended) return
  if (reply.kind === 'ncco') return call.run(reply.ncco)
  if (reply.kind === 'invalid') return call.refuse()
  call.end('no-ncco', 'platform')
}
