import { Connect, Dtmf, Input, Phone, Talk } from 'ncco-jsx'
import { Ask, Choice, Menu } from 'ncco-jsx/dialog'
import { createVoiceApp, type InputWebhookProps, onInput } from 'ncco-jsx/serve'
import {
  createPlatform,
  dial,
  type ExploreProgress,
  explore,
  parseScript,
  performAct,
} from 'ncco-jsx/simulate'
import { describe, expect, it, vi } from 'vitest'
import { answering, connect, keys, speech, talk } from '../support/answering'
import { foreignApp } from '../support/foreign-app'
import { outline } from '../support/outline'
import { listen } from '../support/servers'

// The queue keeps its line in the memory of a module, and other tests leave callers in it.
vi.resetModules()
const { examples } = await import('../../examples/index')

const secret = 'only for tests, where it is no secret'
const menu = [talk('For sales, press 1.', { bargeIn: true }), keys({ maxDigits: 1 })]

describe('the map of the examples', () => {
  // Two remember other calls: an appointment by the number that is called, and the agents of a line.
  const remembering: Readonly<Record<string, object>> = {
    'appointment-reminder': {
      beforeCall: (number: number) => ({ to: String(447700800000 + number) }),
    },
  }

  // Both remember what other tests of this process did.
  const changing = ['queue', 'surgery']

  it.each(Object.keys(examples))('%s is whole, and what it was before', async (name) => {
    vi.spyOn(console, 'log').mockImplementation(() => {})
    const flow = examples[name]
    const app = createVoiceApp({ answer: () => null, ...flow, secret, signature: false })
    const options = { eventUrl: '/event', now: '2026-11-30T10:00:00Z', ...remembering[name] }
    const map = await explore(app, options)
    expect(map.states.length).toBeGreaterThan(0)
    const whyLeft = new Set(map.left.map(({ why }) => why))
    expect([...whyLeft]).toStrictEqual(name === 'queue' ? ['changed'] : [])
    expect(map.findings.filter(({ code }) => code === 'ends-in-error')).toStrictEqual([])
    const ids = map.states.map(({ id }) => id)
    expect(ids).toStrictEqual(ids.map((_, index) => `s${index + 1}`))
    for (const { from, to } of map.edges) expect(ids).toEqual(expect.arrayContaining([from, to]))
    expect(JSON.parse(JSON.stringify(map))).toStrictEqual(map)
    if (changing.includes(name)) return
    await expect(`${outline(map)}\n`).toMatchFileSnapshot(`outlines/${name}.txt`)
  })

  it('is the same to the byte each time', async () => {
    const maps = [1, 2].map(() =>
      explore(
        createVoiceApp({ answer: () => null, ...examples['pin-entry'], secret, signature: false }),
      ),
    )
    const [first, second] = await Promise.all(maps)
    expect(JSON.stringify(first)).toBe(JSON.stringify(second))
  })
})

describe('the map of a server that somebody wrote by hand', () => {
  it('has every state of it', async () => {
    let origin = ''
    origin = await listen(foreignApp(() => origin))
    const map = await explore(`${origin}/answer`, { eventUrl: `${origin}/events` })
    expect(map.left).toStrictEqual([])
    expect(outline(map)).toMatchInlineSnapshot(`
      "s1 listening: “Welcome to Example Pizza.” “To order, press 1. For a person, press 2.”
        s2 ← press 0 3 4 5 6 7 8 9 * #, say something else, silence
        s3 ← press 1, say order
        s4 ← press 2, say person
      s2 listening: “Sorry.” “To order, press 1. For a person, press 2.”
        s2 ← press 0 3 4 5 6 7 8 9 * #, say something else, silence
        s3 ← press 1, say order
        s4 ← press 2, say person
      s3 listening: “For a small pizza, press 1. For a large one, press 2.”
        s5 ← press 0 3 4 5 6 7 8 9 * #, silence
        s6 ← press 1, press 2
      s4 connecting 447700900002: “One moment, please.”
        s7 ← leg answer
        s8 ← leg busy, leg unanswered
      s5 listening: “Sorry, which size?” “For a small pizza, press 1. For a large one, press 2.”
        s5 ← press 0 3 4 5 6 7 8 9 * #, silence
        s6 ← press 1, press 2
      s6 recording: “Please say your address after the tone, then press hash.”
        s9 ← say something else, press #, silence
      s7 connected 447700900002: nothing
        s10 ← leg hang up
      s8 ended completed: “Nobody is free. Please call again. Goodbye.”
      s9 ended completed: “Your pizza is on its way. Goodbye.”
      s10 ended completed: nothing"
    `)
    expect(map.findings).toMatchInlineSnapshot(`
      [
        {
          "code": "no-way-to-a-person",
          "message": "No way leads from here to a person.",
          "remedy": "Connect the caller to a person after some attempts, or at the key 0.",
          "script": [
            "press 1",
          ],
          "state": "s3",
        },
      ]
    `)
  })
})

describe('a state', () => {
  it('has what is heard, what it listens for, the NCCO and its path', async () => {
    const app = answering({ '/answer': menu, '/chosen': [talk('Sales.')] })
    const { states } = await explore(app)
    expect(states).toStrictEqual([
      {
        id: 's1',
        heard: ['For sales, press 1.'],
        activity: 'listening',
        listens: { who: 'caller', keys: ['1'], digits: 1 },
        ncco: menu,
        path: '/answer',
      },
      {
        id: 's2',
        heard: ['Sales.'],
        activity: 'ended',
        ended: 'completed',
        ncco: [talk('Sales.')],
        path: '/chosen',
      },
    ])
  })

  it('is without sealed params and ids', async () => {
    const Flow = ({ conversation_uuid }: { conversation_uuid: string }) => (
      <>
        <Talk>Key.</Talk>
        <Input eventUrl={chosen({ call: conversation_uuid })}>
          <Dtmf />
        </Input>
      </>
    )
    const chosen = onInput('/chosen', (_: InputWebhookProps<{ call: string }>) => null)
    const app = createVoiceApp({ answer: Flow, hooks: [chosen], secret, signature: false })
    const { states } = await explore(app, { keys: '1' })
    expect(states[0]?.ncco?.[1]).toMatchObject({
      eventUrl: ['https://app.example.com/chosen?sealed=…'],
    })
  })
})

describe('what is tried', () => {
  const acts = async (ncco: readonly object[], options = {}) => {
    const { edges } = await explore(answering({ '/answer': ncco, '/chosen': [] }), options)
    return edges.filter(({ from }) => from === 's1').map(({ act }) => act)
  }

  it('is each key, and silence', async () => {
    const each = [...'0123456789*#'].map((key) => `press ${key}`)
    expect(await acts(menu)).toStrictEqual([...each, 'silence'])
    expect(await acts(menu, { keys: '12' })).toStrictEqual(['press 1', 'press 2', 'silence'])
  })

  it('is each phrase of the recogniser, those that are given, and something else', async () => {
    const ncco = [speech({ context: ['sales', 'support'] })]
    expect(await acts(ncco, { phrases: ['billing'] })).toStrictEqual([
      ...['say sales', 'say support', 'say billing', 'say something else', 'silence'],
    ])
  })

  it('is entries where several digits are taken, of as many as fit', async () => {
    const options = { keys: '0', entries: ['42', '24121990', '1234567890'] }
    expect(await acts([keys({ maxDigits: 8 })], options)).toStrictEqual([
      ...['press 0', 'press 12345678', 'press 01011990', 'press 42', 'press 24121990', 'silence'],
    ])
    expect(await acts([keys()], { keys: '0' })).toStrictEqual(['press 0', 'press 1234', 'silence'])
  })

  it('is what a leg may do; a machine only where it is noticed', async () => {
    expect(await acts([connect()])).toStrictEqual(['leg answer', 'leg busy', 'leg unanswered'])
    const detecting = connect({ machineDetection: 'continue' })
    expect(await acts([detecting], { legs: ['answered', 'machine'] })).toStrictEqual([
      ...['leg answer', 'leg machine'],
    ])
  })

  it('is how a recording ends', async () => {
    const record = { action: 'record', endOnKey: '#', endOnSilence: 3 }
    expect(await acts([record, talk('Thank you.')])).toStrictEqual([
      ...['say something else', 'press #', 'silence'],
    ])
    expect(await acts([{ action: 'record' }])).toStrictEqual([])
  })

  it('is not silence under music that never ends', async () => {
    const music = {
      action: 'stream',
      streamUrl: ['https://example.com/a.mp3'],
      loop: 0,
      bargeIn: true,
    }
    expect(await acts([music, keys({ maxDigits: 1 })], { keys: '1' })).toStrictEqual(['press 1'])
  })

  it('goes on in the flow of a leg that is asked before it is joined', async () => {
    const onAnswer = { url: 'https://app.example.com/whisper' }
    const map = await explore(
      answering({
        '/answer': [connect({}, { onAnswer })],
        '/whisper': [talk('Press 1 to take the call.'), keys({ maxDigits: 1 }, '/taken')],
        '/taken': ({ dtmf }) =>
          (dtmf as { digits: string | null }).digits === '1' ? [talk('Thank you.')] : undefined,
      }),
      { keys: '12', legs: ['answered'] },
    )
    expect(outline(map)).toMatchInlineSnapshot(`
      "s1 connecting 447700900002: nothing
        s2 ← leg answer
      s2 connecting 447700900002: nothing (to the leg: Press 1 to take the call.)
        s3 ← leg press 1
        s4 ← leg press 2, leg silence
        s5 ← leg hang up
      s3 connected 447700900002: nothing (to the leg: Thank you.)
        s5 ← leg hang up
      s4 connected 447700900002: nothing
        s5 ← leg hang up
      s5 ended completed: nothing"
    `)
  })
})

describe('an app that counts attempts in sealed links', () => {
  const counting = (attempts: number) => {
    const Question = ({ attempt }: { attempt: number }) => (
      <>
        <Talk bargeIn>{attempt > 0 && 'Sorry. '}Press 1.</Talk>
        <Input eventUrl={chosen({ attempt })}>
          <Dtmf maxDigits={1} />
        </Input>
      </>
    )
    const chosen = onInput(
      '/chosen',
      ({ dtmf, params }: InputWebhookProps<{ attempt: number }>) => {
        if (dtmf?.digits === '1') return <Talk>Right.</Talk>
        const attempt = params.attempt + 1
        return attempt === attempts ? <Talk>Goodbye.</Talk> : <Question attempt={attempt} />
      },
    )
    const answer = () => <Question attempt={0} />
    return createVoiceApp({ answer, hooks: [chosen], secret, signature: false })
  }

  it.each([2, 3, 5, 10])('is known to give up after %i', async (attempts) => {
    const map = await explore(counting(attempts), { keys: '12' })
    expect(map.states.map(({ heard }) => heard.join())).toStrictEqual([
      ...['Press 1.', 'Right.', 'Sorry. Press 1.', 'Goodbye.'],
    ])
    expect(map.findings.filter(({ code }) => code === 'no-way-out')).toStrictEqual([])
  })

  it('is found to remember what was chosen before a question that is the same', async () => {
    const map = await explore(
      <Menu prompt="For sales, press 1. For support, press 2." otherwise={<Talk>Goodbye.</Talk>}>
        {['sales', 'support'].map((name, index) => (
          <Choice digit={String(index + 1) as '1'}>
            <Menu prompt="To be called back, press 1." otherwise={<Talk>Goodbye.</Talk>}>
              <Choice digit="1">
                <Talk>You will be called back by {name}.</Talk>
              </Choice>
            </Menu>
          </Choice>
        ))}
      </Menu>,
      { keys: '123' },
    )
    const heard = map.states.flatMap((state) => state.heard)
    expect(heard).toContain('You will be called back by sales.')
    expect(heard).toContain('You will be called back by support.')
  })
})

describe('an app that counts attempts in links that can be read', () => {
  it('is known to give up', async () => {
    const map = await explore(
      async (request: Request) => {
        const attempt = Number(new URL(request.url).searchParams.get('attempt'))
        return Response.json(
          attempt === 5
            ? [talk('Goodbye.')]
            : [talk('Press 1.'), keys({ maxDigits: 1 }, `/chosen?attempt=${attempt + 1}`)],
        )
      },
      { keys: '1' },
    )
    expect(outline(map)).toMatchInlineSnapshot(`
      "s1 listening: “Press 1.”
        s1 ← press 1, silence
        s2 ← press 1
      s2 ended completed: “Goodbye.”"
    `)
  })
})

describe('an app whose links differ each time', () => {
  it('takes no more calls than one whose links do not', async () => {
    let answers = 0
    const app = async (request: Request) => {
      const url = new URL(request.url)
      if (url.pathname === '/answer') answers++
      const step = Number(url.searchParams.get('step')) + 1
      const eventUrl = [`https://app.example.com/next?step=${step}`]
      return Response.json([talk('Key?'), { ...keys({ maxDigits: 1 }), eventUrl }])
    }
    const { states, left } = await explore(app)
    expect(states).toHaveLength(1)
    expect(left).toStrictEqual([])
    // Each act once, and one round.
    expect(answers).toBe(1 + 13 + 1)
  })
})

describe('what is left out', () => {
  const endless = async (request: Request) => {
    const count = Number(new URL(request.url).searchParams.get('count')) + 1
    return Response.json([talk(`Number ${count}.`), keys({ maxDigits: 1 }, `/next?count=${count}`)])
  }

  it('is told when the calls are used up', async () => {
    const map = await explore(endless, { calls: 20, keys: '1' })
    expect(map.left[0]).toStrictEqual({ state: 's10', acts: ['silence'], why: 'calls' })
    expect(map.left.every(({ why }) => why === 'calls')).toBe(true)
  })

  it('is told beyond the depth', async () => {
    const { states, left } = await explore(endless, { depth: 3, keys: '1' })
    expect(states).toHaveLength(4)
    expect(left).toStrictEqual([{ state: 's4', acts: ['press 1', 'silence'], why: 'depth' }])
  })

  it('is told of calls that get too long', async () => {
    const { left } = await explore(endless, { seconds: 20, keys: '1', depth: 30 })
    expect(new Set(left.map(({ why }) => why))).toStrictEqual(new Set(['seconds']))
  })

  it('is told when it is stopped', async () => {
    const stopping = new AbortController()
    const progress: number[] = []
    const map = await explore(endless, {
      keys: '1',
      depth: 1000,
      signal: stopping.signal,
      onProgress({ calls, budget, states }) {
        expect(budget).toBe(10_000)
        progress.push(calls)
        if (states > 50) stopping.abort()
      },
    })
    expect(map.left.every(({ why }) => why === 'stopped')).toBe(true)
    expect(progress[0]).toBe(0)
    expect(progress).toStrictEqual([...progress].sort((one, other) => one - other))
    expect(progress.at(-1)).toBeGreaterThanOrEqual(50)
  })

  it('is told how far it has come while the app takes its time', async () => {
    const app = answering({ '/answer': menu, '/chosen': [talk('Goodbye.')] })
    const slow = async (request: Request) => {
      await new Promise((resolve) => setTimeout(resolve, 120))
      return app(request)
    }
    const progress: ExploreProgress[] = []
    await explore(slow, { keys: '12', calls: 10, onProgress: (one) => progress.push(one) })
    expect(progress.map(({ calls }) => calls)).toStrictEqual([0, 1, 2, 3])
    expect(progress.at(-1)?.states).toBe(2)
  })

  it('is told of an app that remembers other calls', async () => {
    let calls = 0
    const app = answering({
      '/answer': () => [talk(++calls < 3 ? 'Hello.' : 'You again.'), keys({ maxDigits: 1 })],
      '/chosen': [talk('Goodbye.')],
    })
    const { left } = await explore(app, { keys: '12' })
    expect(left).toStrictEqual([{ state: 's1', acts: ['press 2', 'silence'], why: 'changed' }])
  })

  it('is nothing if the app forgets before each call', async () => {
    let calls = 0
    const app = answering({
      '/answer': ({ from }) => [
        talk(++calls < 2 ? `${from}` : 'You again.'),
        keys({ maxDigits: 1 }),
      ],
      '/chosen': [talk('Goodbye.')],
    })
    const beforeCall = () => {
      calls = 0
      return { from: '447700900031' }
    }
    const { left, states } = await explore(app, { beforeCall })
    expect(left).toStrictEqual([])
    expect(states[0]?.heard).toStrictEqual(['447700900031'])
  })
})

describe('explore', () => {
  it('maps an NCCO, and an element with dialogs', async () => {
    expect(outline(await explore([talk('Hello.')]))).toBe('s1 ended completed: “Hello.”')
    const map = await explore(
      <Ask name="pin" digits={4} prompt="Your PIN?" attempts={1} otherwise={<Talk>Goodbye.</Talk>}>
        {(pin) => <Talk>{pin}</Talk>}
      </Ask>,
      { keys: '0', entries: ['4242'] },
    )
    expect(outline(map)).toMatchInlineSnapshot(`
      "s1 listening: “Your PIN?”
        s2 ← press 0, silence
        s3 ← press 1234
        s4 ← press 4242
      s2 ended completed: “Goodbye.”
      s3 ended completed: “1234”
      s4 ended completed: “4242”"
    `)
  })

  it('calls at the time that is given, and hangs up each time', async () => {
    const seen = new Set<string>()
    const events: unknown[] = []
    const app = answering({
      '/answer': menu,
      '/chosen': ({ timestamp }) => {
        seen.add(String(timestamp).slice(0, 16))
        return [talk('Hold the line.'), { action: 'conversation', name: 'room' }]
      },
      '/event': ({ status }) => void events.push(status),
    })
    const { edges } = await explore(app, { now: '2026-12-24T08:59:50Z', eventUrl: '/event' })
    expect([...seen]).toStrictEqual(['2026-12-24T08:59'])
    const completed = events.filter((status) => status === 'completed')
    expect(completed).toHaveLength(edges.length + 1)
  })

  it('gives no two calls the same id', async () => {
    const ids: string[] = []
    const app = answering({
      '/answer': ({ conversation_uuid }) => {
        ids.push(String(conversation_uuid))
        return menu
      },
      '/chosen': [talk('Sales.')],
    })
    await explore(app)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each([
    ['keys', { keys: '12a' }],
    ['legs', { legs: ['asleep'] }],
    ['calls', { calls: 0 }],
    ['now', { now: 'noon' }],
    ['kyes', { kyes: '1' }],
    ['pace', { pace: 'manual' }],
  ])('refuses a wrong value of %s', async (option, options) => {
    const error = await explore(menu, options as never).catch((thrown) => thrown)
    expect(error).toMatchObject({
      code: 'simulator-option',
      message: expect.stringContaining(option),
    })
  })

  it('throws what an element throws that does not render', async () => {
    const wrong = (
      <Connect from="447700900000">
        <Phone number="not a number" />
      </Connect>
    )
    await expect(explore(wrong)).rejects.toMatchObject({ code: 'not-e164' })
  })
})

describe('the script of a finding', () => {
  it.each(Object.keys(examples).filter((name) => name !== 'queue'))(
    'leads to its state in %s',
    async (name) => {
      vi.spyOn(console, 'log').mockImplementation(() => {})
      const flow = examples[name]
      const app = createVoiceApp({ answer: () => null, ...flow, secret, signature: false })
      const startsAt = '2026-11-30T10:00:00Z'
      const options = {
        eventUrl: '/event',
        from: `4477009${name.length}00`,
        to: `4477008${name.length}00`,
      }
      const { states, findings } = await explore(app, { ...options, now: startsAt, depth: 5 })
      for (const { script, state } of findings) {
        const platform = createPlatform({ startsAt })
        const call = await dial(app, { ...options, platform })
        for (const act of parseScript(script.join('; '))) await performAct(act, call, platform)
        const found = states.find(({ id }) => id === state)
        expect(call.state).toBe(found?.activity)
        expect(call.heard.slice(call.heard.length - (found?.heard.length ?? 0))).toStrictEqual(
          found?.heard,
        )
      }
    },
  )

  it('waits where an entry is not complete, and names the leg', async () => {
    const app = answering({
      '/answer': [connect(), connect(), talk('Key?'), keys({ maxDigits: 4 })],
      '/chosen': [],
    })
    const { findings } = await explore(app, { keys: '5', legs: ['busy'] })
    const silent = findings.find(({ code }) => code === 'ends-in-silence')
    expect(silent?.script).toStrictEqual(['leg 1 busy', 'leg 2 busy', 'press 5', 'silence'])
  })
})
