import { deepStrictEqual } from 'node:assert'
import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Call } from 'ncco-jsx/simulate'
import type { Asked } from '../created'
import type { Project } from '../project'

/** A server of a new project that runs. */
export interface Running {
  readonly project: Project
  readonly origin: string
  /** Runs a script of the project, with these variables besides those of its `.env`. */
  runScript(script: string, env: NodeJS.ProcessEnv): Promise<string>
}

type Simulator = typeof import('ncco-jsx/simulate')

/** Calls a new project over HTTP, signed with the secret of its `.env`. */
export async function callCreated(running: Running, flow: Asked['flow']): Promise<void> {
  const { project, origin } = running
  const simulator = await project.load<Simulator>('simulate')
  const signature = { secret: secretOf(project) }
  const answerUrl = `${origin}/voice/answer`
  const dial = () => simulator.dial(answerUrl, { eventUrl: '/voice/event', signature })
  if (flow === 'reminder') return remind(running, simulator, { answerUrl, signature })
  const call = await dial()
  await acts[flow](call)
  expectHeard(call, heard[flow])
}

/** What callers do. */
const acts: Readonly<Record<Exclude<Asked['flow'], 'reminder'>, (call: Call) => Promise<unknown>>> =
  {
    menu: async (call) => {
      await call.press('9')
      await call.press('2')
    },
    voicemail: async (call) => {
      await call.say('This is Ada.')
      await call.press('#')
    },
    agent: async (call) => {
      await call.legs[0]?.fail()
      await call.press('2')
    },
  }

const question = 'For sales, press 1. For our opening hours, press 2.'

const heard: Readonly<Record<Asked['flow'], readonly string[]>> = {
  menu: [
    'Welcome to the Example Company.',
    question,
    'That is not one of the choices.',
    question,
    'We are open from Monday to Friday, from nine to five. Goodbye.',
  ],
  voicemail: [
    'Nobody can take your call. Please leave a message after the tone, then press hash.',
    'Thank you. We will call you back.',
  ],
  agent: [
    'You are talking to our assistant.',
    'Our assistant is gone. To talk to a person, press 1. To be called back, press 2.',
    'We will call you back today. Goodbye.',
  ],
  reminder: [
    'We expect you on Monday. To confirm, press 1. To talk to us, press 2.',
    'Thank you. Goodbye.',
  ],
}

/** Lets the script of the project call a customer, with the simulator as the Voice API. */
async function remind(
  { project, origin, runScript }: Running,
  { createPlatform }: Simulator,
  application: { readonly answerUrl: string; readonly signature: { readonly secret: string } },
): Promise<void> {
  const { toNodeHandler } = await project.load<typeof import('ncco-jsx/node')>('node')
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const id = '78d335fa-323d-0114-9c3d-d6f0d48968cf'
  const platform = createPlatform({
    application: {
      id,
      publicKey: keys.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      target: application.answerUrl,
      eventUrl: '/voice/event',
      signature: application.signature,
    },
  })
  const api = createServer(toNodeHandler(platform.api))
  await new Promise<void>((listening) => api.listen(0, '127.0.0.1', listening))
  try {
    await runScript('remind', {
      VONAGE_API_HOST: `http://127.0.0.1:${(api.address() as AddressInfo).port}`,
      VONAGE_APPLICATION_ID: id,
      VONAGE_PRIVATE_KEY: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      BASE_URL: origin,
    })
    const [call] = await platform.callsTo('447700900002')
    if (!call) throw new Error('The script called nobody.')
    await call.leg.answer()
    await call.press('1')
    expectHeard(call, heard.reminder)
  } finally {
    api.closeAllConnections()
    api.close()
  }
}

function expectHeard(call: Call, heard: readonly string[]): void {
  const found = {
    heard: call.heard,
    refused: call.webhooks.filter(({ answer }) => answer === undefined || answer.status >= 300),
    ended: call.ended?.reason,
  }
  deepStrictEqual(found, { heard, refused: [], ended: 'completed' }, call.transcript())
}

function secretOf(project: Project): string {
  return /^SIGNATURE_SECRET=(.+)$/m.exec(project.read('.env'))?.[1] ?? ''
}
