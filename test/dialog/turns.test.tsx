import { Connect, Dtmf, Input, type NccoNode, OnAnswer, Phone, renderAsync, Talk } from 'ncco-jsx'
import { Ask, Choice, Menu, once, useAnswers, useOnce } from 'ncco-jsx/dialog'
import {
  type AnswerProps,
  type CallEventWebhookProps,
  createVoiceApp,
  type EventProps,
  type InputWebhookProps,
  onAnswer,
  onCallEvent,
  onInput,
  onNotify,
  useWebhook,
  type VoiceApp,
  type VoiceAppOptions,
} from 'ncco-jsx/serve'
import { dial, SimulatorError } from 'ncco-jsx/simulate'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { rejected } from '../support/errors'
import { got, posted, quietApp, read, secret } from '../support/requests'
import { answerWebhook, inputWebhook } from '../support/webhooks'

const Guests = () => (
  <Ask name="guests" digits={1} prompt="How many?">
    {(guests) => <Talk>{guests} guests.</Talk>}
  </Ask>
)

const Said = () => <Talk>{JSON.stringify(useAnswers())}</Talk>

const appOf = (options: Partial<VoiceAppOptions>) => quietApp({ secret, ...options })

/** The link of the question in an NCCO. */
async function linkIn(response: Promise<Response>): Promise<string> {
  const [, ncco] = await read(response)
  const input = (ncco as { action: string; eventUrl?: [string] }[]).at(-1)
  return input?.eventUrl?.[0] ?? ''
}

const pressed = (digits: string) => ({ ...inputWebhook, dtmf: { digits, timed_out: false } })

const press = (app: VoiceApp, link: string, digits: string, path = new URL(link).pathname) =>
  app.fetch(posted(path + new URL(link).search, pressed(digits)))

describe('a dialog', () => {
  it.each(['GET', 'POST'] as const)(
    'goes on from the webhook of the answer URL by %s',
    async (answerMethod) => {
      const seen: unknown[] = []
      const Flow = (props: AnswerProps) => {
        const webhook = useWebhook()
        seen.push([webhook.kind, webhook.from, props.query.shop, props.sipHeaders.get('X-Tier')])
        return [<Guests />, <Said />]
      }
      const call = await dial(appOf({ answer: Flow }), {
        answerMethod,
        answerUrl: '/answer?shop=7',
        sipHeaders: { 'X-Tier': 'gold' },
        from: 'ada',
        endpointType: 'sip',
      })
      await call.press('4')
      expect(call.heard).toStrictEqual(['How many?', '4 guests.', '{"guests":"4"}'])
      expect(seen).toStrictEqual([
        ['answer', 'ada', '7', 'gold'],
        ['answer', 'ada', '7', 'gold'],
      ])
    },
  )

  it('can stand in the fallback', async () => {
    const app = appOf({
      answer: () => {
        throw new Error('The database is down.')
      },
      fallback: ({ reason }) => [<Talk>{reason}</Talk>, <Guests />],
    })
    const call = await dial(app, { fallbackUrl: '/fallback' })
    await call.press('2')
    expect(call.heard).toStrictEqual(['HTTP status 503.', 'How many?', '2 guests.'])
  })

  it('can stand in a hook, which goes on with its params and its own webhook', async () => {
    const chosen = onInput('/chosen', ({ dtmf, params }: InputWebhookProps<{ shop: string }>) => [
      <Talk>
        {dtmf?.digits} at {params.shop}
      </Talk>,
      <Guests />,
      <Talk>
        {params.shop} after {dtmf?.digits}
      </Talk>,
    ])
    const app = appOf({
      answer: () => (
        <>
          <Talk bargeIn>Which table?</Talk>
          <Input eventUrl={chosen({ shop: 'Soho' })}>
            <Dtmf maxDigits={1} />
          </Input>
        </>
      ),
      hooks: [chosen],
      basePath: '/voice',
    })
    const call = await dial(app, { answerUrl: '/voice/answer' })
    await call.press('9')
    await call.press('2')
    expect(call.heard).toStrictEqual([
      'Which table?',
      '9 at Soho',
      'How many?',
      '2 guests.',
      'Soho after 9',
    ])
  })

  it('can stand in the answer to an event', async () => {
    const rang = onCallEvent('/rang', ({ status }: CallEventWebhookProps) => [
      <Talk>The line is {status}.</Talk>,
      <Guests />,
    ])
    const app = appOf({
      answer: () => (
        <Connect from="447700900000" eventType="synchronous" eventUrl={rang()}>
          <Phone number="447700900001" />
        </Connect>
      ),
      hooks: [rang],
    })
    const call = await dial(app)
    await call.legs[0]?.busy()
    await call.press('3')
    expect(call.heard).toStrictEqual(['The line is busy.', 'How many?', '3 guests.'])
  })

  it('can stand in what the event URL answers', async () => {
    const app = appOf({
      answer: () => (
        <Connect from="447700900000" eventType="synchronous" eventUrl="/event">
          <Phone number="447700900001" />
        </Connect>
      ),
      event: ({ status }: EventProps) => status === 'busy' && <Guests />,
    })
    const call = await dial(app)
    await call.legs[0]?.busy()
    await call.press('3')
    expect(call.heard).toStrictEqual(['How many?', '3 guests.'])
  })

  it('can be for the party that is called', async () => {
    const screen = onAnswer('/screen', () => [<Guests />, <Said />])
    const app = appOf({
      answer: () => (
        <Connect from="447700900000">
          <Phone number="447700900001">
            <OnAnswer url={screen()} />
          </Phone>
        </Connect>
      ),
      hooks: [screen],
    })
    const call = await dial(app)
    const [leg] = call.legs
    await leg?.answer()
    await leg?.press('2')
    expect(leg?.heard).toStrictEqual(['How many?', '2 guests.', '{"guests":"2"}'])
  })

  it('can go on in a hook, which begins a new one', async () => {
    const next = onNotify('/next', () => <Guests />)
    const { Notify } = await import('ncco-jsx')
    const app = appOf({
      answer: () => [<Guests />, <Notify payload={{}} eventUrl={next()} />],
      hooks: [next],
    })
    const call = await dial(app)
    await call.press('1')
    await call.press('2')
    expect(call.heard).toStrictEqual(['How many?', '1 guests.', 'How many?', '2 guests.'])
  })

  it('answers the same request in the same way', async () => {
    const app = appOf({ answer: () => [<Talk>Hello.</Talk>, <Guests />, <Said />] })
    const link = await linkIn(app.fetch(got('/answer', answerWebhook)))
    const first = await read(press(app, link, '5'))
    expect(await read(press(app, link, '5'))).toStrictEqual(first)
    expect(first).toStrictEqual([
      200,
      [
        { action: 'talk', text: '5 guests.' },
        { action: 'talk', text: '{"guests":"5"}' },
      ],
    ])
  })

  it('answers with nothing if nothing follows', async () => {
    const app = appOf({ answer: () => <Ask name="last" digits={1} prompt="Last?" /> })
    const link = await linkIn(app.fetch(got('/answer', answerWebhook)))
    expect(await read(press(app, link, '1'))).toStrictEqual([204, undefined])
  })

  it('takes a link of ten answers by key that is shorter than 1,000 characters', async () => {
    const names = [
      'birthday',
      'postcode',
      'member',
      'amount',
      'pin',
      'guests',
      'day',
      'hour',
      'table',
      'deposit',
      'menu',
    ]
    const app = appOf({
      answer: () => names.map((name) => <Ask name={name} digits={4} prompt={`Your ${name}?`} />),
    })
    let link = await linkIn(app.fetch(got('/answer', answerWebhook)))
    for (let answers = 0; answers < 10; answers++) link = await linkIn(press(app, link, '1234'))
    expect(link.length).toBeLessThan(1000)
    expect(link.length).toBeGreaterThan(500)
  })
})

describe('the link of a question', () => {
  const app = appOf({ answer: Guests, fallback: Guests })
  const link = () => linkIn(app.fetch(got('/answer', answerWebhook)))

  it('shows nothing of the call', async () => {
    expect(decodeURIComponent(await link())).not.toMatch(/4477|CON-|guests/)
  })

  it('opens only where it was sealed', async () => {
    const url = await link()
    const other = url.replace(/.(?=.{20}$)/, (character) => (character === 'A' ? 'B' : 'A'))
    expect((await press(app, other, '1')).status).toBe(403)
    expect((await press(app, url, '1', '/fallback')).status).toBe(403)
    const stranger = appOf({ answer: Guests, secret: 'another secret of more than 32 characters' })
    expect((await press(stranger, url, '1')).status).toBe(403)
    expect((await press(app, url, '1')).status).toBe(200)
  })

  it('is known by its seal: a webhook of another kind is refused', async () => {
    const url = new URL(await link())
    expect((await app.fetch(posted(url.pathname + url.search, answerWebhook))).status).toBe(422)
    const unsealed = await app.fetch(posted('/answer', pressed('1')))
    expect(unsealed.status).toBe(422)
  })

  it('of a hook does not open the app', async () => {
    const hook = onInput('/hook', () => <Talk>Hook.</Talk>)
    const withHook = appOf({
      answer: () => (
        <Input eventUrl={hook()}>
          <Dtmf />
        </Input>
      ),
      hooks: [hook],
    })
    const url = await linkIn(withHook.fetch(got('/answer', answerWebhook)))
    expect((await press(withHook, url, '1', '/answer')).status).toBe(403)
  })

  it('of a deployment before is opened by an older secret', async () => {
    const url = await link()
    const rotated = appOf({ answer: Guests, secret: ['x'.repeat(32), secret] })
    expect(await read(press(rotated, url, '8'))).toStrictEqual([
      200,
      [{ action: 'talk', text: '8 guests.' }],
    ])
  })

  it('must not be too long', async () => {
    const errors: unknown[] = []
    const Much = async () => {
      await once('much', () => 'x'.repeat(4000))
      return <Guests />
    }
    const long = appOf({ answer: Much, onError: (error) => void errors.push(error) })
    expect((await long.fetch(got('/answer', answerWebhook))).status).toBe(503)
    expect(errors).toStrictEqual([
      expect.objectContaining({
        code: 'dialog-too-long',
        message: expect.stringContaining('in <Ask> in <Guests> in <Much>'),
      }),
    ])
  })
})

describe('in the logs', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it.each([true, false])(
    'there are no answers of a caller (development: %s)',
    async (development) => {
      const written: unknown[] = []
      for (const method of ['warn', 'error'] as const) {
        vi.spyOn(console, method).mockImplementation((...what) => written.push(...what))
      }
      let turn = 0
      const Flow = () => (
        <>
          <Ask name="pin" digits={4} prompt="PIN?" />
          <Ask name={`other-${turn++}`} digits={4} prompt="Other?">
            {() => <Talk language={'' as string}>{''}</Talk>}
          </Ask>
        </>
      )
      const app = createVoiceApp({ answer: Flow, secret, signature: false, development })
      const call = await dial(app)
      await call.press('9876')
      while (!call.ended) await call.press('5432')
      expect(written.length).toBeGreaterThan(0)
      expect(written.map(String).join('\n')).not.toMatch(/9876|5432/)
    },
  )
})

describe('a question that cannot be asked', () => {
  it('in onError is reported', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    const app = createVoiceApp({
      answer: () => {
        throw new Error('no')
      },
      onError: () => <Guests />,
      secret,
      signature: false,
      development: true,
    })
    expect((await app.fetch(got('/answer', answerWebhook))).status).toBe(503)
    const text = error.mock.calls.flat().map(String).join('\n')
    error.mockRestore()
    expect(text).toContain('dialog-in-on-error: <Ask> cannot stand in what onError returns')
  })

  it('in renderAsync, and outside of a flow, is reported', async () => {
    const needs = async (flow: NccoNode) => (await rejected(renderAsync(flow))).code
    expect(await needs(<Guests />)).toBe('dialog-not-served')
    const Works = async () => {
      await once('x', () => 1)
      return <Talk>1</Talk>
    }
    const WorksLater = async () => {
      useOnce()
      return <Talk>1</Talk>
    }
    expect(await needs(<Works />)).toBe('dialog-not-served')
    expect(await needs(<WorksLater />)).toBe('dialog-not-served')
    expect(await needs(<Said />)).toBe('dialog-not-served')
  })

  it('in an app without a secret, or an element, is reported', async () => {
    const errors: unknown[] = []
    const onError = (error: unknown) => void errors.push((error as { code: string }).code)
    const bare = quietApp({ answer: Guests, onError })
    expect((await bare.fetch(got('/answer', answerWebhook))).status).toBe(503)
    const inside = appOf({
      answer: () => (
        <Talk>
          <Guests />
        </Talk>
      ),
      onError,
    })
    expect((await inside.fetch(got('/answer', answerWebhook))).status).toBe(503)
    expect(errors).toStrictEqual(['dialog-without-secret', 'misplaced-element'])
  })

  it('outside of a menu, as a choice, is reported', async () => {
    const error = await rejected(dial(<Choice digit="1" />))
    expect(error.code).toBe('misplaced-element')
    expect(error.issues[0]?.message).toBe('<Choice> cannot stand by itself.')
  })
})

describe('components of an app', () => {
  async function order(options: Partial<VoiceAppOptions>): Promise<string[]> {
    const ran: string[] = []
    const Slow = async ({ id }: { id: string }) => {
      ran.push(`${id} begins`)
      await Promise.resolve()
      ran.push(`${id} ends`)
      return <Talk>{id}</Talk>
    }
    const app = quietApp({ answer: () => [<Slow id="a" />, <Slow id="b" />], ...options })
    await app.fetch(got('/answer', answerWebhook))
    return ran
  }

  it('run one after another where a question may stop them', async () => {
    expect(await order({ secret })).toStrictEqual(['a begins', 'a ends', 'b begins', 'b ends'])
  })

  it('run side by side in an app without a secret, which cannot ask', async () => {
    expect(await order({})).toStrictEqual(['a begins', 'b begins', 'a ends', 'b ends'])
  })
})

describe('dial of an element', () => {
  it('throws what goes wrong in its first turn', async () => {
    const Broken = () => {
      throw new Error('broken')
    }
    expect((await rejected(dial(<Broken />))).code).toBe('component-threw')
    expect((await rejected(dial([<Menu prompt="?" />]))).code).toBe('menu-without-choices')
  })

  it('throws what goes wrong in a later turn to who acts, and goes on after it', async () => {
    const Broken = () => {
      throw new Error('broken')
    }
    const call = await dial([<Ask name="a" digits={1} prompt="A?" />, <Broken />])
    const error = await rejected(call.press('1'))
    expect(error.code).toBe('component-threw')
    expect(error.issues[0]?.components?.[0]).toBe('Broken')
    expect(call.ended).toMatchObject({ at: expect.any(Number) })
    await expect(call.press('1')).rejects.toBeInstanceOf(SimulatorError)
  })

  it('needs no path, and lets the webhooks of its other actions go', async () => {
    const { Notify } = await import('ncco-jsx')
    const call = await dial(
      <>
        <Guests />
        <Notify payload={{}} eventUrl="https://elsewhere.example.com/notified" />
        <Talk>Done.</Talk>
      </>,
      { baseUrl: 'https://calls.example.com/voice', answerUrl: '/other', eventUrl: '/event' },
    )
    await call.press('1')
    expect(call.heard).toStrictEqual(['How many?', '1 guests.', 'Done.'])
  })

  it('runs no component after a question that is not answered', async () => {
    const ran: string[] = []
    const Ran = ({ id }: { id: string }) => {
      ran.push(id)
      return <Talk>{id}</Talk>
    }
    await dial([<Ran id="before" />, <Guests />, <Ran id="after" />])
    expect(new Set(ran)).toStrictEqual(new Set(['before']))
  })
})
