import { Talk } from 'ncco-jsx'
import { createVoiceApp, onAnswer } from 'ncco-jsx/serve'
import { type ExploreOptions, explore, type FindingCode, type MapFinding } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { mapMessages } from '../../src/map/messages'
import { type Answer, answering, connect, keys, talk } from '../support/answering'
import { listen } from '../support/servers'

type Routes = Readonly<Record<string, Answer>>
type Fields = Readonly<Record<string, unknown>>

/** The findings with this code. */
async function find(
  code: FindingCode,
  routes: Routes,
  options: ExploreOptions = {},
): Promise<readonly MapFinding[]> {
  const { findings } = await explore(answering(routes), options)
  return findings.filter((finding) => finding.code === code)
}

const scripts = (findings: readonly MapFinding[]) => findings.map(({ script }) => script)

const digits = (fields: Fields) => (fields.dtmf as { digits: string | null }).digits ?? ''

const menu = (text: string, path = '/chosen') => [
  talk(text, { bargeIn: true }),
  keys({ maxDigits: 1 }, path),
]

const two = 'For sales, press 1. For support, press 2.'
const sales = [talk('Sales.')]
const support = [talk('Support.')]

/** A menu of two that asks again after any other key. */
const good: Routes = {
  '/answer': menu(two),
  '/chosen': (fields) =>
    ({ 1: sales, 2: support })[digits(fields)] ?? [talk('Sorry.'), ...menu(two)],
}

const tested = new Set<string>()

/** Gives the scripts of the findings in an app. */
type Find = (routes: Routes, options?: ExploreOptions) => Promise<readonly (readonly string[])[]>

/** A test of a code: the smallest flow that has it, and one that has not. */
function test(code: FindingCode, name: string, run: (found: Find) => Promise<void>) {
  tested.add(code)
  it(`${code}: ${name}`, () =>
    run(async (routes, options) => scripts(await find(code, routes, options))))
}

describe('a finding', () => {
  test(
    'ends-in-error',
    'a call without an NCCO, a refused one, and a webhook that fails',
    async (found) => {
      expect(await found({})).toStrictEqual([[]])
      expect(await found({ '/answer': [{ action: 'wiat' }] })).toStrictEqual([[]])
      const fails = { ...good, '/chosen': () => new Response('no', { status: 500 }) }
      expect(await found(fails)).toStrictEqual([['press 0']])
      expect(await found(good)).toStrictEqual([])
    },
  )

  it('ends-in-error says why', async () => {
    const fails = { ...good, '/chosen': () => new Response('no', { status: 500 }) }
    const [finding] = await find('ends-in-error', fails)
    expect(finding?.message).toBe('The call ends because of an error: /chosen failed: 500.')
    const [refused] = await find('ends-in-error', { '/answer': Response.json({}) })
    expect(refused?.message).toBe('The call ends because of an error: the NCCO is refused.')
  })

  test('ends-in-error', 'a circle of webhooks without a pause', async (found) => {
    const notify = {
      action: 'notify',
      payload: {},
      eventUrl: ['https://app.example.com/again'],
    }
    expect(await found({ '/answer': [notify], '/again': [notify] })).toStrictEqual([[]])
  })

  test('ends-in-silence', 'nothing is heard after the last act', async (found) => {
    expect(await found({ ...good, '/chosen': [] })).toStrictEqual([['press 0']])
    expect(await found({ '/answer': [connect()] })).toStrictEqual([['leg 1 busy']])
    expect(await found({ '/answer': [connect(), talk('Nobody is free.')] })).toStrictEqual([])
    expect(await found(good)).toStrictEqual([])
  })

  test('no-way-out', 'a menu without an end', async (found) => {
    expect(await found({ '/answer': menu(two), '/chosen': menu(two) })).toStrictEqual([[]])
    const between = {
      '/answer': menu('For hours, press 1.'),
      '/chosen': menu('We open at nine. To go back, press 1.', '/back'),
      '/back': menu('For hours, press 1.'),
    }
    expect(await found(between)).toStrictEqual([[]])
    expect(await found(good)).toStrictEqual([])
    expect(await found({ '/answer': [{ action: 'conversation', name: 'room' }] })).toStrictEqual([])
  })

  test('no-way-out', 'a call that goes on by itself', async (found) => {
    const onAndOn = {
      '/answer': [
        talk('Please hold the line.'),
        { action: 'wait', timeout: 60 },
        { action: 'notify', payload: {}, eventUrl: ['https://app.example.com/answer'] },
      ],
    }
    expect(await found(onAndOn)).toStrictEqual([[]])
  })

  test('no-way-out', 'is not told where not everything was tried', async (found) => {
    expect(await found({ '/answer': menu(two), '/chosen': menu(two) }, { calls: 3 })).toStrictEqual(
      [],
    )
  })

  test('offered-key-refused', 'a choice without an answer', async (found) => {
    const forgotten = {
      ...good,
      '/chosen': (fields: Fields) =>
        digits(fields) === '1' ? sales : [talk('Sorry.'), ...menu(two)],
    }
    expect(await found(forgotten)).toStrictEqual([[]])
    expect(await found(good)).toStrictEqual([])
  })

  test(
    'offered-key-refused',
    'is not told of a key that repeats, or that refuses to confirm',
    async (found) => {
      const text = 'For sales, press 1. To hear this again, press 9.'
      const repeating = {
        '/answer': menu(text),
        '/chosen': (fields: Fields) => (digits(fields) === '1' ? sales : menu(text)),
      }
      expect(await found(repeating)).toStrictEqual([])
      const confirming = {
        '/answer': [talk('Your PIN?'), keys({ maxDigits: 4 }, '/pin')],
        '/pin': menu('You keyed in 4242. If that is right, press 1. If not, press 2.'),
        '/chosen': (fields: Fields) =>
          digits(fields) === '1'
            ? [talk('Thank you.')]
            : [talk('Your PIN?'), keys({ maxDigits: 4 }, '/pin')],
      }
      expect(await found(confirming)).toStrictEqual([])
    },
  )

  test('wrong-key-accepted', 'any other key is a choice', async (found) => {
    const lazy = {
      ...good,
      '/chosen': (fields: Fields) =>
        digits(fields) === '' ? menu(two) : digits(fields) === '1' ? sales : support,
    }
    expect(await found(lazy)).toStrictEqual([[]])
    expect(await found(good)).toStrictEqual([])
    const operator = {
      ...good,
      '/chosen': (fields: Fields) =>
        ({ 0: support, 1: sales, 2: support })[digits(fields)] ?? [talk('Sorry.'), ...menu(two)],
    }
    expect(await found(operator)).toStrictEqual([])
  })

  it('wrong-key-accepted names the keys', async () => {
    const lazy = {
      ...good,
      '/chosen': (fields: Fields) =>
        digits(fields) === '' ? menu(two) : digits(fields) === '1' ? sales : support,
    }
    const [finding] = await find('wrong-key-accepted', lazy, { keys: '1234' })
    expect(finding?.message).toBe(
      'The words do not offer the keys 3 and 4, which do the same as the key 2.',
    )
  })

  it('hook-never-reached: a hook that no flow links, and a link that is never followed', async () => {
    tested.add('hook-never-reached')
    const reminder = onAnswer('/reminder', () => <Talk>Remember.</Talk>)
    const app = createVoiceApp({
      answer: () => <Talk>Hello.</Talk>,
      hooks: [reminder],
      signature: false,
    })
    const { findings } = await explore(app)
    expect(findings).toMatchObject([
      { code: 'hook-never-reached', state: 's1', message: 'No call reached /reminder.' },
    ])
    const onAnswer2 = { url: 'https://app.example.com/whisper' }
    const whisper = { '/answer': [connect({}, { onAnswer: onAnswer2 }), talk('Goodbye.')] }
    const never = { legs: ['busy'] } as const
    expect(scripts(await find('hook-never-reached', whisper, never))).toStrictEqual([[]])
    expect(await find('hook-never-reached', whisper)).toStrictEqual([])
  })

  test('too-many-choices', 'a menu of six', async (found) => {
    const offers = [1, 2, 3, 4, 5].map((key) => `For ${'abcde'[key - 1]}, press ${key}.`).join(' ')
    const six = { '/answer': menu(`${offers} For f, press 6.`), '/chosen': sales }
    const five = {
      '/answer': menu(`${offers} To hear this again, press star.`),
      '/chosen': sales,
    }
    expect(await found(six)).toStrictEqual([[]])
    expect(await found(five)).toStrictEqual([])
  })

  test('menu-too-deep', 'a fourth menu', async (found) => {
    const levels = (count: number): Routes =>
      Object.fromEntries([
        ['/answer', menu('Level 1. Press 1 or 2.', '/2')],
        ...Array.from({ length: count }, (_, index) => [
          `/${index + 2}`,
          index === count - 1 ? sales : menu(`Level ${index + 2}. Press 1 or 2.`, `/${index + 3}`),
        ]),
      ])
    expect(await found(levels(4), { keys: '12' })).toStrictEqual([
      ['press 1', 'press 1', 'press 1'],
    ])
    expect(await found(levels(3), { keys: '12' })).toStrictEqual([])
  })

  test('no-way-to-a-person', 'questions that lead to nobody', async (found) => {
    expect(await found(good)).toStrictEqual([[]])
    const person = { ...good, '/chosen': [connect()] }
    expect(await found(person)).toStrictEqual([])
    expect(await found({ '/answer': [talk('We are closed.')] })).toStrictEqual([])
    const behind = {
      '/answer': menu(two),
      '/chosen': (fields: Fields) =>
        digits(fields) === '1' ? [connect()] : menu('Your PIN?', '/pin'),
      '/pin': menu('Your birthday?', '/birthday'),
      '/birthday': sales,
    }
    expect(await found(behind, { keys: '12' })).toStrictEqual([['press 2']])
  })

  test('long-prompt', 'more than ten seconds before a choice', async (found) => {
    const long =
      'Welcome to the example company, where we are always happy to hear from you. '.repeat(3)
    const first = `For sales, press 1. ${long}`
    const routes = (words: object) => ({ ...good, '/answer': [words, keys({ maxDigits: 1 })] })
    expect(await found(routes(talk(long + two, { bargeIn: true })))).toStrictEqual([[]])
    expect(await found(routes(talk(first)))).toStrictEqual([[]])
    expect(await found(routes(talk(first, { bargeIn: true })))).toStrictEqual([])
    expect(await found(good)).toStrictEqual([])
  })

  test('ncco-with-findings', 'what check finds', async (found) => {
    const faulty = { ...good, '/chosen': [talk('Sales.', { loop: -1 })] }
    expect(await found(faulty)).toStrictEqual([['press 0']])
    expect(await found(good)).toStrictEqual([])
  })

  it('ncco-with-findings: each with its place, the first three', async () => {
    const faulty = { '/answer': [0, 1, 2, 3].map(() => talk('Sales.', { loop: -1 })) }
    const [one] = await find('ncco-with-findings', faulty)
    expect(one?.message).toMatch(
      /^The NCCO has 4 findings: out-of-range: .* \(at \/0\/loop\) .* \(at \/2\/loop\) … and 1 more\.$/,
    )
  })

  it('slow-webhook: more than a second of real time, twice', async () => {
    tested.add('slow-webhook')
    let answers = 0
    const origin = await listen((request, response) => {
      const isChosen = request.url?.startsWith('/chosen')
      const ncco = isChosen
        ? sales
        : [talk('Key.'), { ...keys({ maxDigits: 1 }), eventUrl: [`${origin}/chosen`] }]
      // The first answer of a process is slow too, as when a server starts.
      const isSlow = isChosen || answers++ === 0
      response.setHeader('content-type', 'application/json')
      setTimeout(() => response.end(JSON.stringify(ncco)), isSlow ? 1100 : 0)
    })
    const map = await explore(`${origin}/answer`, { keys: '1' })
    const slow = map.findings.filter(({ code }) => code === 'slow-webhook')
    expect(slow).toMatchObject([{ state: 's2', script: ['press 1'] }])
    expect(slow[0]?.message).toContain('/chosen takes longer than 1 s')
  })

  it('has a test for each code', () => {
    expect([...tested].sort()).toStrictEqual(Object.keys(mapMessages).sort())
  })
})

describe('findings', () => {
  it('stand in the order of their states, and of a question that is asked again only once', async () => {
    const forgotten = {
      '/answer': [talk('Welcome.'), ...menu(two)],
      '/chosen': (fields: Fields) => (digits(fields) === '1' ? [] : [talk('Sorry.'), ...menu(two)]),
    }
    const { findings } = await explore(answering(forgotten))
    expect(findings.map(({ code, state, script }) => [state, code, ...script])).toStrictEqual([
      ['s1', 'offered-key-refused'],
      ['s1', 'no-way-to-a-person'],
      ['s3', 'ends-in-silence', 'press 1'],
    ])
  })
})
