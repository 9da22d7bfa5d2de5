import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { toNodeHandler } from 'ncco-jsx/node'
import type { VoiceApp } from 'ncco-jsx/serve'
import {
  type Call,
  dial,
  type Platform,
  type WebhookHandler,
  withTranscript,
} from 'ncco-jsx/simulate'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { freePort } from '../support/free-port'
import { codeBlocks, writeModule } from '../support/generated'
import { applicationId, privateKey, publicKey, restPlatform } from '../support/rest'
import { listen } from '../support/servers'

const path = fileURLToPath(new URL('../../docs/outbound.md', import.meta.url))
const page = readFileSync(path, 'utf8')
const files = [...codeBlocks(page, 'ts'), ...codeBlocks(page, 'tsx')].map((code) => {
  const [, name = ''] = /^\/\/ (\S+)/.exec(code) ?? []
  return { name, code }
})

const signature = { secret: 'the signature secret of the dashboard' }
const office = '447700900000'
let loaded = 0

beforeEach(() => {
  vi.stubEnv('VONAGE_APPLICATION_ID', applicationId)
  vi.stubEnv('VONAGE_PRIVATE_KEY', privateKey)
  vi.stubEnv('VONAGE_PUBLIC_KEY', publicKey)
  vi.stubEnv('SIGNATURE_SECRET', signature.secret)
  vi.stubEnv('LINK_SECRET', 'a secret of more than 32 characters, only for tests')
  vi.stubEnv('BASE_URL', 'https://app.example.com')
})
afterEach(() => void vi.unstubAllEnvs())

/** Writes all files of the page into a new folder, and imports one. */
async function load<T>(name: string): Promise<T> {
  const folder = `outbound-page-${++loaded}`
  for (const file of files) writeModule(`${folder}/${file.name}`, asserted(file.code))
  return import(
    /* @vite-ignore */ `${dirname(writeModule(`${folder}/package.json`, '{}'))}/${name}`
  )
}

/** Makes an assertion of each line that says what a value is. */
function asserted(code: string): string {
  const lines = code.replaceAll(/^(\S+) \/\/ (\[.*)$/gm, 'expect($1).toStrictEqual($2)')
  return lines === code ? code : `import { expect } from 'vitest'\n${lines}`
}

/** A platform whose REST side the files of the page call. */
async function connect(target: WebhookHandler): Promise<Platform> {
  const platform = restPlatform({ target, signature })
  vi.stubEnv('VONAGE_API_HOST', await listen(toNodeHandler(platform.api)))
  return platform
}

const unused = () => new Response(null, { status: 204 })

describe('docs/outbound.md', () => {
  it('names every file', () => {
    expect(files.map(({ name }) => name)).toStrictEqual([
      'vonage.ts',
      'try-reminder.ts',
      'reminder.tsx',
      'machine.tsx',
      'click-to-call.tsx',
      'hold.tsx',
      'queue.tsx',
    ])
  })

  it('shows a reminder, tried without Vonage', async () => {
    vi.stubEnv('VONAGE_API_HOST', `http://localhost:${await freePort()}`)
    await load('try-reminder.ts')
    expect.assertions(3)
  })

  it('shows how to make a pair of keys', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'outbound-page-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const [code = ''] = codeBlocks(page, 'js')
    execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: folder })
    const read = (name: string) => readFileSync(join(folder, name), 'utf8')
    vi.stubEnv('VONAGE_PRIVATE_KEY', read('private.key'))
    vi.stubEnv('VONAGE_PUBLIC_KEY', read('public.key'))
    vi.stubEnv('VONAGE_API_HOST', `http://localhost:${await freePort()}`)
    await load('try-reminder.ts')
    expect.assertions(3)
  })

  it.each([10, false] as const)('shows a message on a machine: the beep is %s', async (beep) => {
    let app: VoiceApp | undefined
    const platform = await connect((request) => app?.fetch(request) ?? unused())
    const machine = await load<Machine>('machine.tsx')
    app = machine.app
    await machine.tell('447700900005')
    const [call] = await platform.callsTo('447700900005')
    await call?.leg.answer({ as: 'machine', beep })
    expect(call?.heard.at(-1)).toBe('We expect you on Monday. Goodbye.')
    expect(call?.ended?.at).toBeGreaterThan(beep || 60)
  })

  it('shows click-to-call', async () => {
    const platform = await connect(unused)
    const { clickToCall } = await load<ClickToCall>('click-to-call.tsx')
    await clickToCall('447700900090', '447700900002')
    const [agent] = await platform.callsTo('447700900090')
    await agent?.leg.answer()
    const customer = agent?.legs[0]
    await customer?.answer()
    await customer?.say('Hello?')
    expect(agent?.heard).toStrictEqual(['I will connect you.', 'Hello?'])
    await clickToCall('447700900091', '447700900003')
    const [other] = await platform.callsTo('447700900091')
    await other?.leg.answer()
    await other?.legs[0]?.busy()
    expect(other?.heard).toStrictEqual(['I will connect you.', 'Nobody answers.'])
  })

  it('shows hold and transfer', async () => {
    const platform = await connect(unused)
    const { hold, resume, bringIn } = await load<Hold>('hold.tsx')
    const room = [{ action: 'conversation', name: 'room' }]
    const customer = await dial(room, { platform, from: '447700900031' })
    const agent = await dial(room, { platform, from: '447700900032' })
    await hold(customer.leg.uuid)
    await platform.wait(5)
    expect([customer.hears(agent), agent.ended]).toStrictEqual([false, undefined])
    expect(customer.heard).toStrictEqual(['https://app.example.com/hold.mp3'])
    await resume(customer.leg.uuid, 'room')
    await bringIn('447700900092', 'room')
    const [specialist] = await platform.callsTo('447700900092')
    await specialist?.leg.answer()
    await agent.hangUp()
    await customer.say('Can you help me?')
    withTranscript(customer, () => {
      expect(specialist?.heard).toStrictEqual(['A customer waits for you.', 'Can you help me?'])
    })
  })

  it('shows an agent queue', async () => {
    let app: VoiceApp | undefined
    const platform = await connect((request) => app?.fetch(request) ?? unused())
    const queue = await load<Queue>('queue.tsx')
    app = queue.app
    const callIn = (from: string) =>
      dial(queue.app, { platform, from, signature, eventUrl: '/event' })
    const [ada, ben, cem] = [
      await callIn('447700900031'),
      await callIn('447700900032'),
      await callIn('447700900033'),
    ]
    const music = 'https://app.example.com/hold.mp3'
    expect(cem.heard).toStrictEqual(['You are number 3 in the line.', music])
    await ben.hangUp()
    await platform.wait(5)
    expect(spoken(cem)).toStrictEqual([
      'You are number 3 in the line.',
      'You are now number 2 in the line.',
    ])
    await queue.agentFree('447700900090')
    const [agent] = await platform.callsTo('447700900090')
    await agent?.leg.answer()
    await agent?.say('How can I help you?')
    expect(ada.heard.at(-1)).toBe('How can I help you?')
    await platform.wait(5)
    expect(spoken(cem).at(-1)).toBe('You are now number 1 in the line.')
    await agent?.hangUp()
    expect([ada.ended?.reason, cem.ended]).toStrictEqual(['completed', undefined])
    expect(agent?.leg.endpoint).not.toStrictEqual({ type: 'phone', number: office })
  })
})

const spoken = ({ heard }: Call) => heard.filter((text) => !text.startsWith('https:'))

interface ClickToCall {
  clickToCall(agent: string, customer: string): Promise<void>
}
interface Machine {
  readonly app: VoiceApp
  tell(customer: string): Promise<void>
}
interface Hold {
  hold(leg: string): Promise<void>
  resume(leg: string, room: string): Promise<void>
  bringIn(specialist: string, room: string): Promise<void>
}
interface Queue {
  readonly app: VoiceApp
  agentFree(agent: string): Promise<void>
}
