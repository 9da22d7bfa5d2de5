import { readdirSync, readFileSync } from 'node:fs'
import type {
  AnswerOptions,
  ApplicationOptions,
  CallOptions,
  CallOutOptions,
  DialOptions,
  PlatformOptions,
  SayOptions,
  SigningOptions,
} from 'ncco-jsx/simulate'
import { type Call, callOut, createPlatform, dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, connect, speech, talk } from '../support/answering'

/** Options of the simulator, by the interface that has them. */
interface Given {
  AnswerOptions?: AnswerOptions
  ApplicationOptions?: ApplicationOptions
  CallOptions?: CallOptions
  CallOutOptions?: Partial<CallOutOptions>
  DialOptions?: DialOptions
  NetworkOptions?: PlatformOptions
  SayOptions?: SayOptions
  SigningOptions?: Partial<SigningOptions>
}

/** Of each option with a default, another value. */
const others: Given = {
  AnswerOptions: { as: 'machine', beep: 6 },
  ApplicationOptions: {
    answerMethod: 'POST',
    answerUrl: '/in',
    baseUrl: 'https://b.example.com',
    eventMethod: 'GET',
    strict: true,
  },
  CallOptions: { pace: 'manual' },
  CallOutOptions: { from: '447700900009', lengthTimer: 7199, ringingTimer: 59 },
  DialOptions: { endpointType: 'vbc', from: '447700900009', to: '447700900009' },
  NetworkOptions: {
    afterConnect: 'continues',
    maxSeconds: 3599,
    regionUrl: 'http://localhost:4000',
    startsAt: '2026-01-02T00:00:00.000Z',
    streamSeconds: 11,
  },
  SayOptions: { confidence: 0.8, isRecognised: false },
  SigningOptions: { apiKey: 'another' },
}

/** Tests of the real pace, of signatures, of the REST side and of audio test these, for which a call in memory is not enough. */
const elsewhere = [
  'LiveAudioOptions.rate',
  'NetworkOptions.audioSeconds',
  'NetworkOptions.pace',
  'NetworkOptions.speed',
  'NetworkOptions.websockets',
  'PlatformOptions.early',
  'PlatformOptions.limits',
  'RestApplicationOptions.pace',
  'SigningOptions.now',
  'SpeakOptions.confidence',
]

interface Default {
  readonly owner: keyof Given
  readonly option: string
  readonly value: unknown
}

/** The default values that the comments tell. */
function readDefaults(): Default[] {
  const folder = new URL('../../src/simulate/', import.meta.url)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  const texts = files.map((name) => readFileSync(new URL(name, folder), 'utf8'))
  const all = texts.flatMap((text) =>
    [...text.matchAll(/^export interface (\w+).*\{\n([\s\S]*?)^\}/gm)].flatMap(
      ([, owner, members = '']) =>
        [...members.matchAll(/@defaultValue ([^;\n]+).*\n +\*\/\n +(\w+)\?/g)].map(
          ([, value = '', option = '']) => ({
            owner: owner as keyof Given,
            option,
            value,
          }),
        ),
    ),
  )
  return all
    .filter(({ owner, option }) => !elsewhere.includes(`${owner}.${option}`))
    .map((one) => ({ ...one, value: JSON.parse(one.value.replaceAll("'", '"')) }))
}

const machineDetection = { advancedMachineDetection: { behavior: 'continue', mode: 'detect_beep' } }
const stream = { action: 'stream', streamUrl: ['https://example.com/a.mp3'] }

/** Calls in which every option makes a difference; what was seen of them. */
async function callsWith(given: Given): Promise<unknown> {
  const tokens: string[] = []
  const answers = answering({
    '/answer': [talk('Hello.', { bargeIn: true }), speech()],
    '/in': [talk('Hello.', { bargeIn: true }), speech()],
    '/chosen': [stream, connect(machineDetection), talk('Goodbye.')],
    '/event': undefined,
  })
  const app = (request: Request) => {
    const [, claims = ''] = request.headers.get('authorization')?.split('.') ?? []
    tokens.push(JSON.parse(atob(claims)).api_key)
    return answers(request)
  }
  const options = {
    eventUrl: '/event',
    signature: { secret: 'the signature secret of the dashboard', ...given.SigningOptions },
    ...given.ApplicationOptions,
    ...given.CallOptions,
  }
  const platform = createPlatform({ ...given.NetworkOptions })
  const call = await dial(app, { ...options, platform, ...given.DialOptions })
  const level = await dial([talk('Hello.', { level: 2 })], { ...options, platform })
  await call.say('Sales', given.SayOptions)
  await platform.wait(20)
  await call.legs[0]?.answer(given.AnswerOptions)
  await call.legs[0]?.hangUp()
  const connected = await dial([connect(machineDetection)], { platform })
  await connected.legs[0]?.answer({ ...given.AnswerOptions, as: 'machine' })
  await platform.wait(20)
  await connected.wait(3600).catch(() => {})
  const { now } = platform
  const patient = { platform: createPlatform({ maxSeconds: 8000 }), to: '447700900009' }
  const forever = [talk('Please hold.', { loop: 0 })]
  const ringing = await callOut(forever, { ...patient, ...given.CallOutOptions })
  const answered = await callOut(forever, { ...patient, ...given.CallOutOptions })
  await answered.leg.answer()
  await patient.platform.wait(7300)
  const seen = ({ timeline, webhooks, ended }: Call) => ({ timeline, webhooks, ended })
  return JSON.parse(
    JSON.stringify([[call, level, connected, ringing, answered].map(seen), tokens, now]),
  )
}

describe('the default of', () => {
  it.each(readDefaults())('$option of $owner is $value', async ({ owner, option, value }) => {
    const plain = await callsWith({})
    expect(await callsWith({ [owner]: { [option]: value } })).toStrictEqual(plain)
    const other = others[owner]?.[option as never]
    expect(other).toBeDefined()
    expect(await callsWith({ [owner]: { [option]: other } })).not.toStrictEqual(plain)
  })

  it('everything in `others` is told', () => {
    const told = readDefaults().map(({ owner, option }) => `${owner}.${option}`)
    const known = Object.entries(others).flatMap(([owner, options]) =>
      Object.keys(options).map((option) => `${owner}.${option}`),
    )
    expect(told.sort()).toStrictEqual(known.sort())
  })
})
