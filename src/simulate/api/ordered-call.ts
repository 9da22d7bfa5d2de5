import type { JsonObject } from '../../element/json'
import type { Target } from '../delivery/target'
import type { Endpoint } from '../leg/endpoint'
import { defaultCallerId, type OrderedCall } from '../place-call'
import type { Parameters } from './parameters'

const methods = ['GET', 'POST'] as const
const behaviors = ['continue', 'hangup'] as const

/** The body of `POST /v1/calls`. */
export interface CallOrder extends Omit<OrderedCall, 'isPatient'> {
  readonly ncco: readonly JsonObject[] | undefined
  /** Present if `ncco` is not. */
  readonly answer: Target | undefined
  readonly eventUrl: string | undefined
  readonly eventMethod: Target['method'] | undefined
}

/**
 * Reads the body of `POST /v1/calls`.
 *
 * @param hasEventUrl whether the application has an event URL, so that the body needs none
 */
export function readCallOrder(body: Parameters, hasEventUrl: boolean): CallOrder {
  const endpoint = readEndpoint(body)
  const from = readFrom(body)
  const ncco = body.ncco('ncco')
  const answerUrl = body.url('answer_url')
  const answerMethod = body.word('answer_method', methods) ?? 'GET'
  if (!body.has('ncco')) body.require('answer_url')
  const eventUrl = body.url('event_url')
  if (!hasEventUrl) body.require('event_url')
  return {
    endpoint,
    from,
    ncco,
    answer: ncco ? undefined : { url: answerUrl, method: answerMethod },
    eventUrl,
    eventMethod: body.word('event_method', methods),
    ringsFor: body.whole('ringing_timer', 1, 120) ?? 60,
    limit: body.whole('length_timer', 1, 86_400) ?? 7200,
    detection: readDetection(body),
  }
}

function readFrom(body: Parameters): string {
  const isRandom = body.flag('random_from_number') === true
  if (isRandom && body.has('from')) {
    body.refuse('random_from_number', 'Must not be together with from')
  }
  if (isRandom || !body.require('from')) return defaultCallerId
  const from = body.object('from')
  from?.word('type', ['phone'])
  from?.require('number')
  const number = from?.formed('number', callerId, 'Must be a number in E.164 or a SIP URI')
  return number === undefined ? defaultCallerId : withoutPlus(number)
}

const callerId = /^(\+?\d{7,15}|sips?:.+)$/i
const rates = ['audio/l16;rate=8000', 'audio/l16;rate=16000', 'audio/l16;rate=24000']
const nobody: Endpoint = { type: 'phone', number: '' }

/** The endpoint of `to`; only the first one is called. */
function readEndpoint(body: Parameters): Endpoint {
  const to = body.require('to') ? body.first('to') : undefined
  to?.require('type')
  const type = to?.word('type', ['phone', 'sip', 'websocket', 'vbc', 'app'])
  if (!to || type === undefined) return nobody
  endpoints[type](to)
  // An NCCO spells this option in camel case.
  const { standard_headers, number, ...fields } = to.fields
  return {
    ...fields,
    type,
    ...(typeof number === 'string' && { number: withoutPlus(number) }),
    ...(standard_headers !== undefined && { standardHeaders: standard_headers }),
  }
}

/** Checks the fields of each type of endpoint. */
const endpoints = {
  phone(to: Parameters): void {
    to.require('number')
    to.formed('number', /^\+?\d{7,15}$/, 'can contain up to 15 digits prefixed with +')
    to.formed('dtmfAnswer', /^[\d*#p]*$/, 'Must hold only 0 to 9, *, # and p')
  },
  sip(to: Parameters): void {
    to.require('uri')
    to.formed('uri', /^sips?:.{1,46}$/i, 'Must be a SIP URI of up to 50 characters')
    to.object('headers')
    to.object('standard_headers')?.text('User-to-User')
  },
  websocket(to: Parameters): void {
    to.require('uri')
    to.formed('uri', /^wss?:\/\/./i, 'Must be a ws or wss URI')
    to.word('content-type', rates)
    to.object('headers')
    to.object('authorization')
  },
  vbc(to: Parameters): void {
    to.require('extension')
    to.text('extension')
  },
  app(to: Parameters): void {
    to.require('user')
    to.text('user')
  },
}

/** A number without the `+` that the API accepts. */
function withoutPlus(number: string): string {
  return number.replace(/^\+/, '')
}

/** The machine detection, with the names that an NCCO gives it. */
function readDetection(body: Parameters): JsonObject {
  const simple = body.word('machine_detection', behaviors)
  const advanced = body.object('advanced_machine_detection')
  if (advanced) {
    if (advanced.require('behavior')) advanced.word('behavior', behaviors)
    advanced.word('mode', ['default', 'detect', 'detect_beep'])
    advanced.whole('beep_timeout', 30, 120)
  }
  return {
    ...(simple !== undefined && { machineDetection: simple }),
    ...(advanced && { advancedMachineDetection: advanced.fields }),
  }
}
