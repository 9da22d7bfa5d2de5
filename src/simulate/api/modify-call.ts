import type { JsonObject } from '../../element/json'
import type { FoundLeg } from '../call/call-registry'
import { splitCall } from '../call/split-call'
import { describe, judgeInline, type WebhookResult } from '../delivery/answer'
import { answerFields } from '../delivery/webhook-fields'
import type { SimulatedLeg } from '../leg/simulated-leg'
import { type Change, changeLeg } from './change-leg'
import type { Parameters } from './parameters'
import type { Route } from './route'

const actions = ['hangup', 'mute', 'unmute', 'earmuff', 'unearmuff', 'transfer'] as const

/** `PUT /v1/calls/{uuid}`: hangs up, mutes, or transfers. */
export const modifyCall: Route = {
  method: 'PUT',
  path: /^\/v1\/calls\/([^/]+)$/,
  hasBody: true,
  answer: (request) =>
    changeLeg(request, (found) => {
      const { body } = request
      const action = body.require('action') ? body.word('action', actions) : undefined
      if (action === 'transfer') return transfer(found, body)
      if (action === undefined) return { does: 'modify', run() {} }
      const isHangup = action === 'hangup'
      return {
        does: action,
        ...(isHangup && { from: 'two-seconds' }),
        run: () => acts[action](found.leg),
      }
    }),
}

const acts: Readonly<
  Record<Exclude<(typeof actions)[number], 'transfer'>, (leg: SimulatedLeg) => void>
> = {
  hangup: (leg) => leg.control?.release(),
  mute: (leg) => leg.setMuted(true),
  unmute: (leg) => leg.setMuted(false),
  earmuff: (leg) => leg.setDeaf(true),
  unearmuff: (leg) => leg.setDeaf(false),
}

function transfer(found: FoundLeg, body: Parameters): Change {
  const does = 'transfer'
  const destination = body.require('destination') ? body.object('destination') : undefined
  if (destination?.require('type')) destination.word('type', ['ncco'])
  const ncco = destination?.ncco('ncco')
  const url = destination?.url('url')
  if (destination && !destination.has('ncco')) destination.require('url')
  if (ncco) return { does, run: () => transferInline(found, ncco) }
  return {
    does,
    run() {
      const { call, leg } = found
      const fields = answerFields(call, leg)
      const webhook = { kind: 'answer', url, method: 'GET', fields } as const
      call.ask(webhook, (result) => transferTo(found, result), 'ncco')
    },
  }
}

function transferInline(found: FoundLeg, ncco: readonly JsonObject[]): void {
  const { call } = found
  const result = judgeInline(ncco, call.application.isStrict)
  if ('findings' in result && result.findings !== '') {
    call.log({ type: 'note', text: describe(result, call.listedFindings) })
  }
  transferTo(found, result)
}

const noNcco = 'The URL of the transfer gave no NCCO.'

/** Without an NCCO that can run, an error event is all that happens. */
function transferTo({ call, leg }: FoundLeg, result: WebhookResult): void {
  if (leg.isOver || call.ended) return
  if (result.kind !== 'ncco') return call.sendError('reason' in result ? result.reason : noNcco)
  if (leg === call.leg) return call.transfer(result.ncco)
  const from = (leg.conversation ?? call.home).id
  splitCall(call, leg).transfer(result.ncco, from)
}
