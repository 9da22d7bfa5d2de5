import {
  callOut,
  createPlatform,
  type Delivery,
  dial,
  type Leg,
  SimulatorError,
} from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, connect, keys } from '../support/answering'
import { failure } from '../support/failure'

describe('options', () => {
  const platform = (options: unknown) => createPlatform(options as never)
  const signed = (signature: unknown) => dial([keys()], { signature } as never)
  const whole = 'must be an http or https URL, such as'
  const orPath = 'must be an http or https URL, or a path that starts with a slash.'

  it.each([
    ['no to', {}],
    ['no options', undefined],
    ['an empty to', { to: '' }],
    ['a to that leads nowhere', { to: { type: 'user' } }],
    ['an ncco that is null', { to: '447700900009', ncco: null }],
    ['a URL in ncco', { to: '447700900009', ncco: 'https://app.example.com/answer' }],
    ['an app in ncco', { to: '447700900009', ncco: () => Response.json([]) }],
    ['a ringingTimer below 0', { to: '447700900009', ringingTimer: -5 }],
    ['a lengthTimer that is not a number', { to: '447700900009', lengthTimer: 'long' }],
    ['a pace', { to: '447700900009', pace: 'x' }],
    ['a machineDetection', { to: '447700900009', machineDetection: 'wait' }],
    ['machine detection without behavior', { to: '447700900009', advancedMachineDetection: {} }],
  ])('refuse to call out with %s', async (_, options) => {
    const called = callOut([keys()], options as never)
    expect((await failure(called)).code).toBe('simulator-option')
  })

  it.each([[undefined], [null], [7], [{ action: 'talk' }], [{}]])(
    'say what can be dialled, which %j cannot',
    async (target) => {
      const error = await failure(dial(target as never))
      expect(error.code).toBe('simulator-option')
      expect(error.message).toContain('What is dialled must be an app with a fetch')
    },
  )

  it.each([
    ['dial()', 'form', 'Write from.', () => dial([keys()], { form: '1' } as never)],
    ['dial()', 'ringingTimer', 'Leave it out.', () => dial([], { ringingTimer: 5 } as never)],
    ['dial()', 'toString', 'Leave it out.', () => dial([], { toString: String } as never)],
    ['callOut()', 'evenUrl', 'Write eventUrl.', () => callOut([], { evenUrl: '/' } as never)],
    ['signature', 'apikey', 'Write apiKey.', () => signed({ secret: 's', apikey: '1' })],
    ['createPlatform()', 'startAt', 'Write startsAt.', async () => platform({ startAt: 'x' })],
  ])('say that %s has no option %s, and which was meant', async (owner, option, remedy, act) => {
    const error = await failure(act())
    expect(error.code).toBe('simulator-option')
    expect(error.message).toContain(`: ${owner} has no option ${option}.\n  ${remedy}\n`)
  })

  it.each([
    ['startsAt', { startsAt: '2026-11-30T10:00:00Z' }],
    ['limits', { limits: false }],
  ])('say that %s is an option of the platform', async (option, given) => {
    for (const [name, act] of [
      ['dial', dial([keys()], given as never)],
      ['callOut', callOut([keys()], given as never)],
    ] as const) {
      const { code, message } = await failure(act)
      expect(code).toBe('simulator-option')
      expect(message).toContain(
        `: ${name}() has no option ${option}, which is an option of createPlatform().\n` +
          `  Write ${name}(…, { platform: createPlatform({ ${option}: … }) }).\n`,
      )
    }
  })

  it.each([
    ['dial()', () => dial([keys()], null as never)],
    ['dial()', () => dial([keys()], '447700900001' as never)],
    ['callOut()', () => callOut([keys()], null as never)],
    ['callOut()', () => callOut([keys()], undefined as never)],
    ['createPlatform()', async () => platform(null)],
    ['say()', async () => (await dial([keys()])).say('Hi', null as never)],
    ['answer()', async () => (await dial([connect()])).legs[0]?.answer('human' as never)],
  ])('say that the options of %s must be an object', async (owner, act) => {
    const error = await failure(act())
    expect(error.code).toBe('simulator-option')
    expect(error.message).toContain(`: The options of ${owner} must be an object.`)
  })

  it.each([
    ['a platform', { platform: {} }],
    ['a URL', { eventUrl: 'event' }],
    ['an answerMethod', { answerMethod: 'PUT' }],
    ['a pace', { pace: 'x' }],
    ['an endpointType', { endpointType: 'zzz' }],
    ['a faults', { faults: 5 }],
    ['a from', { from: 447700900001 }],
    ['a to', { to: '' }],
    ['a fromUser', { fromUser: {} }],
    ['a fetch', { fetch: 'http://localhost:8080' }],
    ['a signature', { signature: 'secret' }],
    ['a now', { signature: { secret: 's', now: 5 } }],
    ['an apiKey', { signature: { secret: 's', apiKey: 7 } }],
    ['a customData', { customData: 'cart' }],
    ['a sipHeaders', { sipHeaders: { 'X-Account': 7 } }],
  ])('refuse %s of another kind', async (_, options) => {
    expect((await failure(dial([keys()], options as never))).code).toBe('simulator-option')
  })

  it.each([
    ['A URL that is dialled', whole, '/answer', {}],
    ['A URL that is dialled', whole, 'localhost:3000/answer', {}],
    ['baseUrl', whole, [keys()], { baseUrl: '/x' }],
    ['baseUrl', whole, [keys()], { baseUrl: 5 }],
    ['answerUrl', orPath, [keys()], { answerUrl: 'answer' }],
    ['eventUrl', orPath, [keys()], { eventUrl: 'event' }],
    ['eventUrl', orPath, [keys()], { eventUrl: '' }],
    ['fallbackUrl', orPath, [keys()], { fallbackUrl: 5 }],
    ['rtcUrl', orPath, [keys()], { rtcUrl: 'rtc' }],
  ])('say that %s %s', async (option, expected, target, options) => {
    const error = await failure(dial(target, options as never))
    expect(error.code).toBe('simulator-option')
    expect(error.message).toContain(`simulator-option: ${option} ${expected}`)
  })

  it.each([
    ['+44 7700 900001', 'it starts with +. Write the country code and the number in digits only'],
    [{ type: 'phone', number: '0770' }, 'Write the country code and the number in digits only'],
    [{ type: 'phoen', number: '447700900009' }, 'Write "phone"'],
    [{ type: 'sip' }, 'The sip endpoint has no address. Write either uri'],
  ])('say what is wrong with %j, whom to call', async (to, remedy) => {
    const error = await failure(callOut([keys()], { to }))
    expect(error.code).toBe('simulator-option')
    expect(error.message).toContain('simulator-option: to must be as in an NCCO: ')
    expect(error.message).toContain(remedy)
  })

  it.each([
    [{ behavior: 'wait' }, 'Write "continue" or "hangup"'],
    [{ behavior: 'hangup', mode: 'beep' }, 'Write "default", "detect" or "detect_beep"'],
    [{ behavior: 'hangup', beep_timeout: 5 }, 'Write a number of seconds from 30 to 120'],
    [{ behavior: 'hangup', beepTimeout: 45 }, 'Write "beep_timeout" instead'],
    ['hangup', 'Write an object'],
  ])('say what a machine detection takes, instead of %j', async (given, remedy) => {
    const options = { to: '447700900009', advancedMachineDetection: given as never }
    const error = await failure(callOut([keys()], options))
    expect(error.code).toBe('simulator-option')
    expect(error.message).toContain(`advancedMachineDetection must be as in an NCCO: `)
    expect(error.message).toContain(`${remedy}.\n`)
  })

  it('take a machine detection whose settings are undefined', async () => {
    const advancedMachineDetection = { behavior: 'hangup', mode: undefined } as const
    const call = await callOut([keys()], { to: '447700900009', advancedMachineDetection })
    expect(call.state).toBe('ringing')
  })

  it.each([[true], ['slow'], [{ slow: -1 }], [{ slow: '6' }], [{ status: 42 }], [{}], [null]])(
    'say what faults() may return, which %j is not',
    async (fault) => {
      const faults = ({ kind }: Delivery) => (kind === 'input' ? (fault as never) : undefined)
      const app = answering({ '/answer': [keys({ maxDigits: 1 }), keys()], '/chosen': undefined })
      const call = await dial(app, { faults })
      const error = await failure(call.press('1'))
      expect(error.code).toBe('simulator-option')
      expect(error.message).toContain(
        "What faults() returns must be undefined, 'closed', 'duplicate', 'late', { slow: seconds } or { status: 100 to 599 }.",
      )
      expect(call.state).toBe('listening')
    },
  )

  it.each([
    ['as of answer()', (leg: Leg) => leg.answer({ as: 'robot' as never })],
    ['beep of answer()', (leg: Leg) => leg.answer({ beep: -1 })],
    ['seconds of say()', (leg: Leg) => leg.say('Hi', { seconds: Number.NaN })],
    ['confidence of say()', (leg: Leg) => leg.say('Hi', { confidence: 93 })],
    ['isRecognised of say()', (leg: Leg) => leg.say('Hi', { isRecognised: 'no' as never })],
    ['confidence of say()', (leg: Leg) => leg.say('Hi', { confidence: '0.5' as never })],
    ['text of say()', (leg: Leg) => leg.say(undefined as never)],
    ['text of say()', (leg: Leg) => leg.say(5 as never)],
    ['detail of reject()', (leg: Leg) => leg.reject('busy' as never)],
    ['detail of fail()', (leg: Leg) => leg.fail('declined' as never)],
  ])('say what %s must be', async (option, act) => {
    const call = await callOut([keys()], { to: '447700900009' })
    const error = await failure(act(call.leg))
    expect(error.code).toBe('simulator-option')
    expect(error.message).toContain(`${option} must be `)
  })

  it.each([
    ['say()', 'second', 'seconds', (leg: Leg) => leg.say('Hi', { second: 3 } as never)],
    ['answer()', 'beeps', 'beep', (leg: Leg) => leg.answer({ beeps: false } as never)],
  ])('say that %s has no option %s, but %s', async (method, option, meant, act) => {
    const call = await callOut([keys()], { to: '447700900009' })
    const error = await failure(act(call.leg))
    expect(error.code).toBe('simulator-option')
    expect(error.message).toContain(`: ${method} has no option ${option}.\n  Write ${meant}.`)
  })

  it.each([[undefined], [null], ['447700900002'], [{}], [{ leg: {} }]])(
    'say of whom hears() can tell, not of %j',
    async (other) => {
      const call = await dial([keys()])
      const error = await failure((async () => call.hears(other as never))())
      expect(error).toBeInstanceOf(SimulatorError)
      expect(error.code).toBe('simulator-option')
      expect(error.message).toContain('What hears() tells of must be a call or a leg')
    },
  )
})
