import { type AssertionsOf, assertOptions, oneOf, seconds } from '../assert-options'
import type { CallHost } from '../call/call-host'
import type { AnswerOptions, FailureDetail, RejectionDetail } from './leg'
import type { LegControl, SimulatedLeg } from './simulated-leg'

const whoAnswers = oneOf('human', 'machine')
const whyRejected = oneOf('declined', 'restricted', 'invalid_number')
const whyFailed = oneOf('cannot_route', 'number_out_of_service', 'internal_error')

const answerAssertions: AssertionsOf<AnswerOptions> = {
  as: (value) => whoAnswers(value, 'as of answer()'),
  beep: (value) => value === false || seconds(value, 'beep of answer()'),
}

export async function answer(
  call: CallHost,
  leg: SimulatedLeg,
  options: AnswerOptions = {},
): Promise<void> {
  assertOptions('answer()', options, answerAssertions)
  const act = options.as === 'machine' ? 'machine' : 'answer'
  await whileRinging(call, leg, act, (control) => control.answer(options))
}

export function beBusy(call: CallHost, leg: SimulatedLeg): Promise<void> {
  return whileRinging(call, leg, 'busy', (control) => control.refuse('busy'))
}

export async function reject(
  call: CallHost,
  leg: SimulatedLeg,
  detail: RejectionDetail = 'declined',
): Promise<void> {
  whyRejected(detail, 'detail of reject()')
  await whileRinging(call, leg, 'reject', (control) => control.refuse('rejected', detail))
}

export function beUnavailable(call: CallHost, leg: SimulatedLeg): Promise<void> {
  return whileRinging(call, leg, 'unavailable', (control) =>
    control.refuse('unanswered', 'unavailable'),
  )
}

export async function fail(
  call: CallHost,
  leg: SimulatedLeg,
  detail: FailureDetail = 'cannot_route',
): Promise<void> {
  whyFailed(detail, 'detail of fail()')
  await whileRinging(call, leg, 'fail', (control) => control.refuse('failed', detail))
}

export function hangUpLeg(call: CallHost, leg: SimulatedLeg): Promise<void> {
  return whileAnswered(call, leg, 'hang up', (control) => control.hangUp())
}

export function disconnect(call: CallHost, leg: SimulatedLeg): Promise<void> {
  return whileAnswered(call, leg, 'disconnect', (control) => {
    if (!leg.isWebsocket) throw call.error('not-a-websocket', { leg: leg.name })
    control.disconnect()
  })
}

async function whileRinging(
  call: CallHost,
  leg: SimulatedLeg,
  name: string,
  act: (control: LegControl) => void,
): Promise<void> {
  await call.perform(() => {
    const { status, control } = leg
    assertPerson(call, leg)
    if (status !== 'ringing' || !control) {
      throw call.error('leg-not-ringing', { leg: leg.name, status })
    }
    call.remember({ type: 'act', leg, act: name })
    act(control)
  })
}

async function whileAnswered(
  call: CallHost,
  leg: SimulatedLeg,
  name: string,
  act: (control: LegControl) => void,
): Promise<void> {
  await call.perform(() => {
    assertAnswered(call, leg)
    call.remember({ type: 'act', leg, act: name })
    if (leg.control) act(leg.control)
  })
}

/** Refuses what only a script does, for a websocket whose server does it. */
export function assertPerson(call: CallHost, leg: SimulatedLeg): void {
  if (leg.line) throw call.error('live-websocket', { leg: leg.name })
}

export function assertAnswered(call: CallHost, leg: SimulatedLeg): void {
  const { name, status, isOver, description } = leg
  if (status === 'answered') return
  const unanswered = description.direction === 'inbound' ? 'application' : 'callee'
  throw call.error('leg-not-answered', { leg: name, status, lacks: isOver ? 'nobody' : unanswered })
}
