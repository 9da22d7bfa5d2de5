import {
  AdvancedMachineDetection,
  App,
  Connect,
  check,
  type NccoElement,
  Phone,
  render,
  Sip,
  Vbc,
  Websocket,
} from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { type ConnectOptions, connect } from '../../src/vocabulary/connect'
import { eventMethodAt, flagAt, urlAt, urlInArrayAt } from '../support/cases'
import { caught } from '../support/errors'
import { error, issuesIn, issuesOf, judge, warning } from '../support/issues'
import { type Frame, testOptions } from '../support/options'

const toApp: Frame<ConnectOptions> = {
  tsx: (options) => (
    <Connect {...options}>
      <App user="alice" />
    </Connect>
  ),
  ncco: (written) => [
    { action: 'connect', ...written, endpoint: [{ type: 'app', user: 'alice' }] },
  ],
}

const toPhone: Frame<ConnectOptions> = {
  tsx: (options) => (
    <Connect randomFromNumber {...options}>
      <Phone number="447700900001" />
    </Connect>
  ),
  ncco: (written) => [
    {
      action: 'connect',
      randomFromNumber: true,
      ...written,
      endpoint: [{ type: 'phone', number: '447700900001' }],
    },
  ],
}

const answerable: Frame<ConnectOptions> = {
  tsx: (options) => toApp.tsx({ eventUrl: 'https://example.com/fallback', ...options }),
  ncco: (written) => toApp.ncco({ eventUrl: ['https://example.com/fallback'], ...written }),
}

describe('<Connect>', () => {
  testOptions<ConnectOptions>(connect, '/0', toApp, {
    from: {
      writes: [
        ['447700900000', { from: '447700900000' }],
        ['123', { from: '123' }],
      ],
      warns: [
        ['+447700900000', { from: '+447700900000' }, 'caller-id-not-e164', '/0/from'],
        ['Vonage', { from: 'Vonage' }, 'caller-id-not-e164', '/0/from'],
        ['', { from: '' }, 'caller-id-not-e164', '/0/from'],
      ],
      refuses: [[447700900000, { from: 447700900000 }, 'wrong-type', '/0/from']],
    },
    randomFromNumber: flagAt('/0/randomFromNumber'),
    eventType: {
      in: answerable,
      writes: [['synchronous', { eventType: 'synchronous' }]],
      warns: [['asynchronous', { eventType: 'asynchronous' }, 'default-by-name', '/0/eventType']],
      refuses: [
        ['sometimes', { eventType: 'sometimes' }, 'not-one-of', '/0/eventType'],
        [true, { eventType: true }, 'wrong-type', '/0/eventType'],
      ],
    },
    timeout: {
      writes: [
        [1, { timeout: 1 }],
        [120, { timeout: 120 }],
      ],
      refuses: [
        [0, { timeout: 0 }, 'out-of-range', '/0/timeout'],
        [121, { timeout: 121 }, 'out-of-range', '/0/timeout'],
        [1.5, { timeout: 1.5 }, 'not-whole', '/0/timeout'],
        ['45', { timeout: '45' }, 'wrong-type', '/0/timeout'],
      ],
    },
    limit: {
      writes: [
        [1, { limit: 1 }],
        [7200, { limit: 7200 }],
      ],
      refuses: [
        [0, { limit: 0 }, 'out-of-range', '/0/limit'],
        [7201, { limit: 7201 }, 'out-of-range', '/0/limit'],
        [1.5, { limit: 1.5 }, 'not-whole', '/0/limit'],
        ['60', { limit: '60' }, 'wrong-type', '/0/limit'],
      ],
    },
    machineDetection: {
      in: toPhone,
      writes: [
        ['continue', { machineDetection: 'continue' }],
        ['hangup', { machineDetection: 'hangup' }],
      ],
      refuses: [
        ['hang-up', { machineDetection: 'hang-up' }, 'not-one-of', '/0/machineDetection'],
        [true, { machineDetection: true }, 'wrong-type', '/0/machineDetection'],
      ],
    },
    eventUrl: urlInArrayAt('/0/eventUrl'),
    eventMethod: eventMethodAt('/0/eventMethod'),
    ringbackTone: urlAt('/0/ringbackTone'),
  })
})

describe('the endpoint of a <Connect>', () => {
  it.each<[string, NccoElement, object]>([
    ['phone', <Phone key="phone" number="447700900001" />, { number: '447700900001' }],
    ['app', <App key="app" user="alice" />, { user: 'alice' }],
    [
      'websocket',
      <Websocket key="websocket" uri="wss://example.com" contentType="audio/l16;rate=8000" />,
      { uri: 'wss://example.com', 'content-type': 'audio/l16;rate=8000' },
    ],
    ['sip', <Sip key="sip" uri="sip:a@example.com" />, { uri: 'sip:a@example.com' }],
    ['vbc', <Vbc key="vbc" extension="111" />, { extension: '111' }],
  ])('stands in an array of one: %s', (type, endpoint, written) => {
    const flow = <Connect from="447700900000">{endpoint}</Connect>
    const ncco = [{ action: 'connect', from: '447700900000', endpoint: [{ type, ...written }] }]
    expect(judge(flow)).toStrictEqual({ ncco, issues: [] })
  })

  it('is needed', () => {
    const flow = <Connect from="447700900000">{undefined}</Connect>
    expect(issuesOf(flow)).toStrictEqual([error('missing-content', '/0/endpoint')])
  })

  it('is one', () => {
    const flow = (
      <Connect>
        <App user="alice" />
        <Vbc extension="111" />
      </Connect>
    )
    expect(issuesOf(flow)).toStrictEqual([error('too-many-children', '/0/endpoint')])
  })

  const app = { type: 'app', user: 'alice' }

  it.each<[string, unknown, ReturnType<typeof issuesIn>]>([
    ['an object', app, [error('not-an-array', '/0/endpoint')]],
    ['an empty array', [], [error('not-exactly-one', '/0/endpoint')]],
    ['an array of two', [app, app], [error('not-exactly-one', '/0/endpoint')]],
    ['an array of a string', ['alice'], [error('wrong-type', '/0/endpoint/0')]],
    [
      'an object without type',
      [{ user: 'alice' }],
      [error('missing-option', '/0/endpoint/0/type')],
    ],
    ['an object of unknown type', [{ type: 'fax' }], [error('not-one-of', '/0/endpoint/0/type')]],
    [
      'an object whose type is not a string',
      [{ type: 1 }],
      [error('wrong-type', '/0/endpoint/0/type')],
    ],
  ])('as JSON is refused as %s', (_, endpoint, issues) => {
    expect(issuesIn([{ action: 'connect', endpoint }])).toStrictEqual(issues)
  })
})

describe('the eventType of a <Connect>', () => {
  it('is told to be left out for events that are only news', () => {
    const ncco = toApp.ncco({ eventType: 'asynchronous' })
    const [issue] = check(ncco)
    expect([issue?.message, issue?.remedy]).toStrictEqual([
      '"eventType" of connect is "asynchronous", the name of its default, which is not one of its values.',
      'Leave "eventType" out: without it, that is what happens.',
    ])
  })
})

describe('a wrong value of a <Connect>', () => {
  const told = (written: Readonly<Record<string, unknown>>) =>
    check(toApp.ncco({ from: '447700900000', ...written })).map(({ message, remedy }) => [
      message,
      remedy,
    ])

  it('that is not a text is told the texts that it takes', () => {
    expect(told({ eventType: true })).toStrictEqual([
      ['"eventType" of connect must be a string, but is a boolean.', 'Write "synchronous".'],
    ])
    const flag: unknown = true
    const flow = toPhone.tsx({ machineDetection: flag as 'hangup' })
    const [issue] = caught(() => render(flow)).issues
    expect([issue?.message, issue?.remedy]).toStrictEqual([
      '<Connect machineDetection> must be a string, but is a boolean.',
      'Write "continue" or "hangup".',
    ])
  })

  it('that is out of its range is told the unit', () => {
    expect(told({ timeout: 30_000 })).toStrictEqual([
      ['"timeout" of connect is outside its range.', 'Write a number of seconds from 1 to 120.'],
    ])
  })

  it('of the type of an endpoint is told the types that there are', () => {
    const ncco = [{ action: 'connect', endpoint: [{ type: 1 }] }]
    expect(check(ncco).map(({ remedy }) => remedy)).toStrictEqual([
      'Write "phone", "app", "websocket", "sip" or "vbc".',
    ])
  })
})

describe('the caller ID of a <Connect>', () => {
  it('is not both given and random', () => {
    const flow = toPhone.tsx({ from: '447700900000' })
    expect(issuesOf(flow)).toStrictEqual([error('from-and-random', '/0/randomFromNumber')])
  })

  it('is told that it is empty', () => {
    const messages = check(toApp.ncco({ from: '' })).map(({ message }) => message)
    expect(messages).toStrictEqual([
      '"from" of connect is not an E.164 number as the platform takes it: it is empty.',
    ])
  })

  it('may be given and not random', () => {
    const flow = toPhone.tsx({ from: '447700900000', randomFromNumber: false })
    expect(issuesOf(flow)).toStrictEqual([])
  })

  it.each([undefined, false])('is missing for a phone with randomFromNumber={%s}', (random) => {
    const flow = (
      <Connect randomFromNumber={random}>
        <Phone number="447700900001" />
      </Connect>
    )
    expect(issuesOf(flow)).toStrictEqual([warning('no-caller-id', '/0/from')])
  })

  it('may be random for a phone, and missing for an app', () => {
    expect(issuesOf(toPhone.tsx({}))).toStrictEqual([])
    expect(issuesOf(toApp.tsx({}))).toStrictEqual([])
  })
})

describe('a <Connect> whose events are synchronous', () => {
  it('names the URL that is to answer', () => {
    const flow = toApp.tsx({ eventType: 'synchronous' })
    expect(issuesOf(flow)).toStrictEqual([warning('synchronous-without-url', '/0/eventType')])
    expect(issuesOf(answerable.tsx({ eventType: 'synchronous' }))).toStrictEqual([])
  })
})

describe('the machine detection of a <Connect>', () => {
  const advanced = (options: Pick<ConnectOptions, 'machineDetection'>, endpoint: NccoElement) => (
    <Connect from="447700900000" {...options}>
      {endpoint}
      <AdvancedMachineDetection behavior="hangup" />
    </Connect>
  )
  const phone = <Phone number="447700900001" />

  it('is plain or advanced, not both', () => {
    expect(issuesOf(advanced({ machineDetection: 'hangup' }, phone))).toStrictEqual([
      warning('two-machine-detections', '/0/machineDetection'),
    ])
    expect(issuesOf(advanced({}, phone))).toStrictEqual([])
  })

  it.each([
    <App key="app" user="alice" />,
    <Websocket key="ws" uri="wss://example.com" contentType="audio/l16;rate=8000" />,
    <Sip key="sip" uri="sip:alice@example.com" />,
    <Vbc key="vbc" extension="111" />,
  ])('is for phones, not for $type.displayName', (endpoint) => {
    expect(issuesOf(advanced({}, endpoint))).toStrictEqual([
      warning('machine-detection-off-phone', '/0/advancedMachineDetection'),
    ])
    const plain = <Connect machineDetection="continue">{endpoint}</Connect>
    expect(issuesOf(plain)).toStrictEqual([
      warning('machine-detection-off-phone', '/0/machineDetection'),
    ])
  })
})

describe('the ringback tone of a <Connect>', () => {
  const ringbackTone = 'https://example.com/ring.mp3'

  it('is not for phones', () => {
    expect(issuesOf(toPhone.tsx({ ringbackTone }))).toStrictEqual([
      warning('ringback-on-phone', '/0/ringbackTone'),
    ])
  })

  it('is fine for an app', () => {
    expect(issuesOf(toApp.tsx({ ringbackTone }))).toStrictEqual([])
  })
})
