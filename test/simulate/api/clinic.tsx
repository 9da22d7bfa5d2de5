import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Conversation, Dtmf, Input, render, Talk } from 'ncco-jsx'
import { toNodeHandler } from 'ncco-jsx/node'
import {
  createVoiceApp,
  type EventProps,
  type InputWebhookProps,
  onInput,
  onRecording,
} from 'ncco-jsx/serve'
import type { RestApplicationOptions } from 'ncco-jsx/simulate'
import { onTestFinished } from 'vitest'
import { listen } from '../../support/servers'
import { bot as startBot } from '../media/live'
import { connectClient, type Settings } from './sdk/official-client'

const office = '447700900000'
export const patientNumber = '447700900001'
export const agentNumber = '447700900002'
const music = 'https://app.example.com/hold.mp3'
export const rate = 16_000

type Voice = Awaited<ReturnType<typeof connectClient>>['voice']

/** What the app knows of the world. */
interface World {
  readonly voice: Voice
  readonly botUri: string
  readonly folder: string
}

function Reminder({ eventUrl }: { eventUrl: string }) {
  return (
    <>
      <Talk bargeIn>
        We expect you tomorrow at nine. To confirm, press 1. To talk to a person, press 2. To hear
        this again, press 3.
      </Talk>
      <Input eventUrl={eventUrl}>
        <Dtmf maxDigits={1} />
      </Input>
    </>
  )
}

/** The app of a clinic. */
function makeClinic(baseUrl: string, world: () => World) {
  const problems: unknown[] = []
  let note: string | undefined
  const downloads: Promise<void>[] = []

  const phone = (number: string) => ({ type: 'phone', number }) as const
  const from = phone(office)

  const chosen = onInput('/chosen', async ({ dtmf, uuid }: InputWebhookProps) => {
    if (dtmf?.digits !== '2' || !uuid) return <Talk>Goodbye.</Talk>
    const { voice, botUri } = world()
    const name = `room-${uuid}`
    const waiting = (
      <>
        <Talk>One moment.</Talk>
        <Conversation
          name={name}
          startOnEnter={false}
          musicOnHoldUrl={music}
          record
          eventUrl={await app.link(recorded())}
        />
      </>
    )
    await voice.transferCallWithNCCO(uuid, render(waiting))
    await voice.createOutboundCall({
      to: [phone(agentNumber)],
      from,
      ncco: render(<Conversation name={name} />),
    })
    const socket = { type: 'websocket', uri: botUri, 'content-type': `audio/l16;rate=${rate}` }
    const call = await voice.createOutboundCall({
      to: [socket as never],
      from,
      ncco: render(<Conversation name={name} startOnEnter={false} mute />),
    })
    note = call.uuid
    return null
  })

  const recorded = onRecording('/recorded', ({ recording_uuid }) => {
    const { voice, folder } = world()
    if (recording_uuid)
      downloads.push(voice.downloadRecording(recording_uuid, join(folder, 'call.wav')))
  })

  /** Nobody is left to take notes of. */
  async function Event({ status, to }: EventProps) {
    if (status === 'completed' && to === patientNumber && note) await world().voice.hangupCall(note)
    return null
  }

  const app = createVoiceApp({
    answer: () => <Talk>Please call our office.</Talk>,
    event: Event,
    hooks: [chosen, recorded],
    baseUrl,
    secret: 'a secret of more than 32 characters, only for tests',
    signature,
    onError: (error) => void problems.push(error),
  })

  return {
    app,
    problems,
    downloads,
    async remind() {
      const eventUrl = await app.link(chosen())
      const ncco = render(<Reminder eventUrl={eventUrl} />)
      return world().voice.createOutboundCall({ to: [phone(patientNumber)], from, ncco })
    },
  }
}

const signature = { secret: 'the signature secret of the dashboard' }

export type Served = Awaited<ReturnType<typeof serveClinic>>

/** Serves the app and the REST side over HTTP, and the bot over a websocket. */
export async function serveClinic(
  more: Partial<RestApplicationOptions>,
  settings: Settings['platform'] = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'clinic-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const bot = await startBot()
  let world: World | undefined
  let handle = toNodeHandler({ respond: () => ({ status: 503, headers: {}, body: null }) } as never)
  const baseUrl = await listen((request, response) => void handle(request, response))
  const clinic = makeClinic(baseUrl, () => world as World)
  handle = toNodeHandler(clinic.app)
  const { platform, voice } = await connectClient({
    host: 'api.nexmo.com',
    application: { target: `${baseUrl}/answer`, eventUrl: '/event', signature, ...more },
    platform: { limits: true, early: 'refuses', ...settings },
  })
  onTestFinished(() => platform.close())
  world = { voice, botUri: bot.uri, folder }
  return { clinic, platform, bot, folder, baseUrl }
}
