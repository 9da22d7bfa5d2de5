import {
  type Call,
  type DialOptions,
  type Leg,
  type Platform,
  SimulatorError,
} from 'ncco-jsx/simulate'
import { withoutTranscript } from './call-printer'

/** An answer to a request for `/simulator`. */
export interface JsonAnswer {
  readonly status: number
  readonly body: object
}

/** Dials the app with these options. */
export type Dial = (options: DialOptions) => Promise<Call>

type Fields = Readonly<Record<string, unknown>>

const dialOptions = ['from', 'to', 'fromUser', 'endpointType', 'sipHeaders', 'customData']

/** What the person at a leg can do, by the action of the request. */
const acts: Readonly<Record<string, (leg: Leg, fields: Fields) => Promise<void>>> = {
  press: (leg, { keys }) => leg.press(keys as string),
  say: (leg, { text, ...options }) => leg.say(text as string, options),
  answer: (leg, options) => leg.answer(options),
  busy: (leg) => leg.busy(),
  reject: (leg, { detail }) => leg.reject(detail as 'declined'),
  unavailable: (leg) => leg.unavailable(),
  fail: (leg, { detail }) => leg.fail(detail as 'cannot_route'),
  hangup: (leg) => leg.hangUp(),
  disconnect: (leg) => leg.disconnect(),
}

/** Calls the app. */
export async function dialCall(dial: Dial, fields: Fields): Promise<JsonAnswer> {
  const unknown = Object.keys(fields).find((name) => !dialOptions.includes(name))
  if (unknown !== undefined) {
    const message = `A call has no option ${JSON.stringify(unknown)}. The options are ${dialOptions.join(', ')}.`
    return { status: 400, body: { code: 'unknown-option', message } }
  }
  return orRefusal(async () => ({ status: 201, body: describeCall(await dial(fields)) }))
}

export function listCalls(platform: Platform): JsonAnswer {
  return { status: 200, body: { calls: platform.calls.map(describeCall) } }
}

/** @param id of a call, or of a leg in it */
export function getCall(platform: Platform, id: string): JsonAnswer {
  const found = findLeg(platform, id)
  if (!found) return noSuchCall
  return {
    status: 200,
    body: { ...describeCall(found.call), transcript: found.call.transcript().split('\n') },
  }
}

/** Lets the person at a leg do something. */
export async function actOnCall(
  platform: Platform,
  id: string,
  { action, ...fields }: Fields,
): Promise<JsonAnswer> {
  const found = findLeg(platform, id)
  if (!found) return noSuchCall
  const { call, leg } = found
  const act = typeof action === 'string' && Object.hasOwn(acts, action) ? acts[action] : undefined
  if (!act) {
    const message = `"action" must be one of ${Object.keys(acts).join(', ')}.`
    return { status: 400, body: { code: 'unknown-action', message } }
  }
  return orRefusal(async () => {
    // A caller may hang up before the app has answered.
    if (action === 'hangup' && leg === call.leg) await call.hangUp()
    else await act(leg, fields)
    return { status: 200, body: describeCall(call) }
  })
}

const noSuchCall: JsonAnswer = {
  status: 404,
  body: { code: 'no-such-call', message: 'No call and no leg has this id.' },
}

function findLeg(platform: Platform, id: string) {
  for (const call of platform.calls) {
    const legs = [call.leg, ...call.legs]
    const leg = call.conversationUuid === id ? call.leg : legs.find(({ uuid }) => uuid === id)
    if (leg) return { call, leg }
  }
  return undefined
}

function describeCall(call: Call): object {
  const { conversationUuid, state, ended, leg, legs } = call
  return {
    conversation_uuid: conversationUuid,
    state,
    ...(ended && { ended: ended.reason }),
    legs: [leg, ...legs].map(({ uuid, endpoint, status, heard }) => {
      return { uuid, endpoint, status, heard }
    }),
  }
}

/** What the simulator refuses is an answer too. */
async function orRefusal(act: () => Promise<JsonAnswer>): Promise<JsonAnswer> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof SimulatorError)) throw error
    const { code } = error
    // The transcript has a path of its own.
    const message = withoutTranscript(error)
    return { status: code === 'simulator-option' ? 400 : 409, body: { code, message } }
  }
}
