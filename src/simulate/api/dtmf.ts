import { sendTones } from '../leg/tones'
import { jsonAnswer } from './answer'
import { changeLeg } from './change-leg'
import type { Route } from './route'

/** `PUT /v1/calls/{uuid}/dtmf`: sends keys to the far end of a leg. */
export const sendDtmf: Route = {
  method: 'PUT',
  path: /^\/v1\/calls\/([^/]+)\/dtmf$/,
  hasBody: true,
  answer: (request) =>
    changeLeg(request, ({ call, leg }) => {
      const { body } = request
      body.require('digits')
      const digits = body.formed('digits', /^[\d*#p]+$/, 'Must hold only 0 to 9, *, # and p') ?? ''
      return {
        does: 'dtmf',
        answer: jsonAnswer({ message: 'DTMF sent', uuid: leg.uuid }),
        run: () => sendTones(call, leg, digits),
      }
    }),
}

const path = /^\/v1\/calls\/([^/]+)\/input\/dtmf$/

/** `PUT /v1/calls/{uuid}/input/dtmf`: wants the keys of an asynchronous input at another URL. */
export const subscribeDtmf: Route = {
  method: 'PUT',
  path,
  hasBody: true,
  answer: (request) =>
    changeLeg(request, ({ call, leg }) => {
      const { body } = request
      // A client of Vonage's spells it in camel case.
      const name = body.has('eventUrl') ? 'eventUrl' : 'event_url'
      const url = body.require(name) ? body.url(name) : undefined
      return {
        does: 'listen',
        answer: jsonAnswer({}),
        run() {
          leg.keyTarget = { url, method: 'POST' }
          if (!leg.keyListener) call.log({ type: 'note', text: noListener })
        },
      }
    }),
}

const noListener = 'Keys are sent only while the NCCO has an input with "mode": "asynchronous".'

/** `DELETE /v1/calls/{uuid}/input/dtmf`. */
export const unsubscribeDtmf: Route = {
  method: 'DELETE',
  path,
  hasBody: false,
  answer: (request) =>
    changeLeg(request, ({ leg }) => ({
      does: 'stop listening',
      answer: jsonAnswer({}),
      run() {
        leg.keyTarget = undefined
      },
    })),
}
