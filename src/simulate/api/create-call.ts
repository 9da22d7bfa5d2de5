import { placeCall } from '../place-call'
import { jsonAnswer } from './answer'
import { logRequest } from './change-leg'
import { readCallOrder } from './ordered-call'
import { invalidParameters } from './problems'
import type { Route } from './route'

/** `POST /v1/calls`: makes a call, which rings when the answer arrives. */
export const createCall: Route = {
  method: 'POST',
  path: /^\/v1\/calls$/,
  hasBody: true,
  makesCall: true,
  answer(request) {
    const { side, application, body } = request
    const order = readCallOrder(body, application.events.url !== undefined)
    if (body.invalid.length > 0) return invalidParameters(body.invalid)
    const { ncco, answer = application.answer, eventUrl, eventMethod } = order
    const { events } = application
    const ordered = {
      ...application,
      ncco,
      answer,
      events:
        eventUrl === undefined
          ? { ...events, method: eventMethod ?? events.method }
          : { url: eventUrl, method: eventMethod ?? 'POST' },
    }
    const isPatient = side.settings.pace !== 'manual'
    const { call, ring } = placeCall(side.platform, ordered, { ...order, isPatient })
    logRequest(request, call, { does: 'call', status: 201 })
    ring()
    side.noteMade(call)
    const body201 = {
      uuid: call.leg.uuid,
      status: 'started',
      direction: 'outbound',
      conversation_uuid: call.home.id,
    }
    return jsonAnswer(body201, 201)
  },
}
