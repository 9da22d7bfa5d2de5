import fc from 'fast-check'
import { check, type Issue } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { objects } from '../../scripts/objects'

const found = (ncco: unknown) => check(ncco).map(({ code, path }) => `${code} ${path}`)

describe('check', () => {
  it('finds nothing in a valid NCCO', () => {
    expect(check([{ action: 'talk', text: 'Hello' }])).toStrictEqual([])
  })

  it('answers with the code, severity, effect on the platform, message, remedy and pointer of each issue', () => {
    expect(check([{ action: 'wait', timeout: '5' }])).toStrictEqual<Issue[]>([
      {
        code: 'wrong-type',
        severity: 'error',
        platform: 'tolerated',
        message: '"timeout" of wait must be a number, but is a string.',
        remedy: 'Write it without quotes.',
        path: '/0/timeout',
      },
    ])
  })

  it('collects every issue, in the order of the document', () => {
    const ncco = [
      { loop: -1, action: 'talk', text: '', level: 3 },
      { action: 'nothing' },
      { action: 'connect', endpoint: [{ type: 'phone', number: '+1' }], timeout: 500 },
      { action: 'conversation', name: 'room' },
      { action: 'wait' },
    ]
    expect(found(ncco)).toStrictEqual([
      'out-of-range /0/loop',
      'empty-value /0/text',
      'out-of-range /0/level',
      'unknown-action /1/action',
      'not-e164 /2/endpoint/0/number',
      'out-of-range /2/timeout',
      'no-caller-id /2/from',
      'after-conversation /4',
    ])
  })

  it('escapes keys in its pointers', () => {
    expect(found([{ action: 'wait', 'a/b~c': 1 }])).toStrictEqual(['unknown-option /0/a~1b~0c'])
  })

  it('leaves what it was given as it was', () => {
    const ncco = Object.freeze([Object.freeze({ action: 'talk', text: 'Hi', voiceName: 'Amy' })])
    expect(found(ncco)).toStrictEqual(['legacy-option /0/voiceName'])
  })
})

describe('the body of a call request', () => {
  it('is told apart, with a command for the NCCO in it', () => {
    const [issue] = check({ to: [], ncco: [{ action: 'talk', text: 'Hello' }] })
    expect([issue?.code, issue?.remedy]).toStrictEqual([
      'not-an-ncco',
      'This is the body of a call request: check the array under its "ncco", in a shell with: jq .ncco call.json | npx ncco-jsx check',
    ])
  })
})

describe('check never throws', () => {
  const cycle: Record<string, unknown> = { action: 'notify' }
  cycle.payload = { back: cycle }
  const getter = {
    action: 'talk',
    get text(): string {
      throw new Error('secret')
    },
  }
  const revoked = Proxy.revocable({}, {})
  revoked.revoke()
  const deep: unknown[] = []
  for (let inner = deep, depth = 0; depth < 100_000; depth++) {
    const next: unknown[] = []
    inner.push(next)
    inner = next as unknown[]
  }
  const wide = Array.from({ length: 30 }, () => ({}) as Record<string, unknown>)
  for (const [index, level] of wide.entries()) {
    Object.assign(level, { a: wide[index + 1], b: wide[index + 1] })
  }

  it.each<[string, unknown, string[]]>([
    ['null', null, ['not-an-ncco ']],
    ['undefined', undefined, ['not-json ']],
    ['a string', '[]', ['not-an-ncco ']],
    ['a number', 1, ['not-an-ncco ']],
    ['NaN', Number.NaN, ['not-json ']],
    ['a function', () => [], ['not-json ']],
    ['a symbol', Symbol('x'), ['not-json ']],
    ['an object', {}, ['not-an-ncco ']],
    ['an empty array', [], ['empty-ncco ']],
    ['an array of null', [null], ['not-an-action /0']],
    ['an array with holes', new Array(3), ['not-json ']],
    ['an array of the greatest length', new Array(2 ** 32 - 1), ['not-json ']],
    ['an entry without an action', [{}], ['not-an-action /0']],
    ['an action that is not a string', [{ action: 1 }], ['not-an-action /0']],
    ['an action named __proto__', [{ action: '__proto__' }], ['unknown-action /0/action']],
    ['an action named constructor', [{ action: 'constructor' }], ['unknown-action /0/action']],
    ['a revoked proxy', [revoked.proxy], ['not-json /0']],
    ['a class instance', [new Date(0)], ['not-json /0']],
    [
      'an object that contains itself',
      [cycle],
      ['not-json /0/payload/back', 'missing-option /0/eventUrl'],
    ],
    ['a getter that throws', [getter], ['not-json /0']],
    [
      'options named after Object.prototype',
      [{ action: 'wait', toString: 1, hasOwnProperty: 2 }],
      ['unknown-option /0/toString', 'unknown-option /0/hasOwnProperty'],
    ],
    [
      'a key __proto__',
      JSON.parse('[{"action":"wait","__proto__":{"timeout":0}}]'),
      ['unknown-option /0/__proto__'],
    ],
    [
      'an endpoint named __proto__',
      JSON.parse('[{"action":"connect","from":"1234567","endpoint":[{"type":"__proto__"}]}]'),
      ['not-one-of /0/endpoint/0/type'],
    ],
  ])('given %s', (_, ncco, codes) => {
    expect(found(ncco)).toStrictEqual(codes)
  })

  it('given nesting that would fill the stack', () => {
    expect(
      check([{ action: 'notify', payload: { deep }, eventUrl: ['https://example.com'] }]).map(
        ({ code }) => code,
      ),
    ).toStrictEqual(['not-json'])
  })

  it('given an object that grows beyond all bounds when it is written out', () => {
    expect(
      check([{ action: 'notify', payload: wide[0], eventUrl: ['https://example.com'] }]).map(
        ({ code }) => code,
      ),
    ).toStrictEqual(['not-json'])
  })

  it.each<[string, string]>([
    ['<', '<'.repeat(10_000_000)],
    ['<s ', '<s '.repeat(3_000_000)],
    ['&', `<speak>${'&'.repeat(10_000_000)}</speak>`],
    ['nested tags', `<speak>${'<p>'.repeat(1_000_000)}`],
    ['attributes', `<speak${" a='1'".repeat(1_000_000)}`],
    ['letters', 'a'.repeat(10_000_000)],
    ['spaces', ' '.repeat(10_000_000)],
  ])('given 10 MB of %s', (_, text) => {
    for (const ncco of [
      [{ action: 'talk', text }],
      [{ action: text, [text]: text }],
      [{ action: 'talk', text: 'x', language: text, [text]: text }],
      [{ action: 'input', type: [text], eventUrl: [text], eventMethod: text }],
      [
        {
          action: 'connect',
          from: text,
          endpoint: [{ type: 'phone', number: text, dtmfAnswer: text, shaken: text }],
        },
      ],
      [{ action: 'connect', endpoint: [{ type: 'sip', uri: text, headers: { [text]: text } }] }],
    ]) {
      const issues = check(ncco)
      expect(issues.length).toBeGreaterThan(0)
      for (const { message, remedy } of issues) expect((message + remedy).length).toBeLessThan(500)
    }
  })

  it('given any value', () => {
    fc.assert(
      fc.property(
        fc.anything({
          withNullPrototype: true,
          withSparseArray: true,
          withBigInt: true,
          withDate: true,
          withMap: true,
        }),
        (value) => {
          expect(Array.isArray(check(value))).toBe(true)
          expect(Array.isArray(check([value]))).toBe(true)
        },
      ),
    )
  })

  it('given any JSON value, with issues that have a place in it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const issues = check(value)
        // Whatever this makes is an NCCO only by chance, and then an empty one.
        expect(issues.length).toBeGreaterThan(0)
        for (const { code, message, remedy, path } of issues) {
          expect(code).toMatch(/^[a-z0-9-]+$/)
          expect(message + remedy).not.toContain('undefined')
          expect(path).toMatch(/^(\/\d+)?$/)
        }
      }),
    )
  })

  it('given any options of any action', () => {
    const names = [
      'action',
      'type',
      'text',
      'endpoint',
      'dtmf',
      'speech',
      'eventUrl',
      'mode',
      'loop',
      'bargeIn',
      'payload',
      'channels',
      'split',
      'transcription',
      'canSpeak',
      'advancedMachineDetection',
      'language',
      'style',
      'premium',
    ]
    const action = fc.constantFrom(
      'talk',
      'stream',
      'input',
      'record',
      'conversation',
      'connect',
      'notify',
      'wait',
      'transfer',
      'pay',
    )
    const options = fc.dictionary(fc.constantFrom(...names), fc.jsonValue())
    fc.assert(
      fc.property(fc.array(fc.tuple(action, options), { minLength: 1 }), (entries) => {
        const ncco = entries.map(([action, options]) => ({ ...options, action }))
        for (const { code, message, path } of check(ncco)) {
          expect(code).toMatch(/^[a-z0-9-]+$/)
          expect(message).not.toContain('undefined')
          expect(path.startsWith('/')).toBe(true)
        }
      }),
    )
  })
})

describe('messages', () => {
  it('hold no number, text, URL or header of a caller', () => {
    const secret = 's3cr3t'
    const ncco = [
      { action: 'talk', text: `${secret} <`, voiceName: 'Amy' },
      {
        action: 'connect',
        from: `+${secret}`,
        eventUrl: secret,
        ringbackTone: secret,
        endpoint: [
          {
            type: 'phone',
            number: `+${secret}`,
            dtmfAnswer: secret,
            shaken: secret,
            onAnswer: { url: secret },
          },
        ],
      },
      {
        action: 'connect',
        endpoint: [
          {
            type: 'websocket',
            uri: secret,
            'content-type': 'audio/l16;rate=8000',
            headers: { a: secret },
            authorization: { type: 'vonage', value: secret },
          },
        ],
      },
      {
        action: 'connect',
        endpoint: [
          {
            type: 'sip',
            uri: secret,
            user: secret,
            headers: { 'X-a': secret },
            standardHeaders: { 'User-to-User': secret.repeat(100) },
          },
        ],
      },
      {
        action: 'conversation',
        name: secret,
        canHear: [`CON-${secret}`],
        musicOnHoldUrl: secret,
        mute: secret,
      },
      { action: 'notify', payload: secret, eventUrl: [secret] },
    ]
    const text = JSON.stringify(check(ncco))
    expect(check(ncco).length).toBeGreaterThan(15)
    expect(text).not.toContain(secret)
  })

  it.each([49_291_234.5, 49_291_234, '49291234', '49291234.5'])(
    'hold no %j, which may be what a caller pressed',
    (pressed) => {
      const found = objects.flatMap(({ table }) =>
        table.rows.flatMap(({ key }) =>
          check([
            { action: 'talk', text: 'Hello', [key]: pressed },
            { action: 'stream', streamUrl: ['https://example.com/a.mp3'], [key]: pressed },
            { action: 'input', type: ['dtmf', 'speech'], dtmf: { [key]: pressed } },
            { action: 'input', type: ['speech'], speech: { [key]: pressed }, [key]: pressed },
            { action: 'record', [key]: pressed, transcription: { [key]: pressed } },
            { action: 'connect', endpoint: [{ type: 'phone', [key]: pressed }], [key]: pressed },
            { action: 'connect', advancedMachineDetection: { [key]: pressed }, endpoint: pressed },
            { action: 'wait', [key]: pressed },
          ]),
        ),
      )
      expect(found.length).toBeGreaterThan(1000)
      expect(JSON.stringify(found)).not.toContain('4929')
    },
  )
})

describe('check takes no time that grows with the square', () => {
  const many = 40_000
  const keys = (prefix: string) =>
    Object.fromEntries(Array.from({ length: many }, (_, index) => [`${prefix}${index}`, 'x']))
  const barge = { action: 'talk', text: 'x', bargeIn: true }

  it.each<[string, unknown, number]>([
    ['unknown options', [{ action: 'wait', ...keys('k') }], many],
    [
      'headers',
      [{ action: 'connect', endpoint: [{ type: 'sip', domain: 'a', headers: keys('X-') }] }],
      many,
    ],
    [
      'prompts before an input',
      [...Array(many).fill(barge), { action: 'input', type: ['dtmf'] }],
      0,
    ],
    ['prompts before nothing', Array(many).fill(barge), many],
    [
      'the same mistake in SSML',
      [{ action: 'talk', text: `<speak>${'<x/>'.repeat(many)}</speak>` }],
      1,
    ],
  ])('given many %s', (_, ncco, issues) => {
    expect(check(ncco)).toHaveLength(issues)
  })

  it('given a getter that makes new objects without end', () => {
    const grow = (): unknown => ({
      get a() {
        return grow()
      },
      get b() {
        return grow()
      },
    })
    const codes = check([{ action: 'notify', payload: grow() }]).map(({ code }) => code)
    expect(new Set(codes)).toStrictEqual(new Set(['not-json', 'missing-option']))
  })
})

describe('options that are null', () => {
  it('count as none', () => {
    expect(check([{ action: 'wait' }], null as never)).toStrictEqual([])
  })
})
