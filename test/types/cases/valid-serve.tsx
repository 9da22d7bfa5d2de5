import { Connect, Dtmf, Input, Phone, Record, Talk, type Url } from 'ncco-jsx'
import {
  type AnswerProps,
  type CallEventWebhookProps,
  createVoiceApp,
  type Hook,
  type InputWebhookProps,
  type NotifyWebhookProps,
  onAnswer,
  onCallEvent,
  onInput,
  onNotify,
  onRecording,
  useWebhook,
  type VoiceApp,
  type Webhook,
} from 'ncco-jsx/serve'

// A component and its hook may refer to each other, and a hook to itself.
function Menu({ attempt = 1 }: { attempt?: number }) {
  return (
    <Input eventUrl={chosen({ attempt })}>
      <Dtmf />
    </Input>
  )
}

const chosen = onInput('/chosen', ({ dtmf, params }: InputWebhookProps<{ attempt: number }>) =>
  dtmf?.digits === '1' ? <Talk>Yes</Talk> : <Menu attempt={params.attempt + 1} />,
)

const again = onInput('/again', () => (
  <Input eventUrl={again()}>
    <Dtmf />
  </Input>
))

const inferred = onInput('/inferred', ({ speech, params }) => {
  const nothing: undefined = params
  return speech?.results?.map(({ text }) => <Talk key={text}>{nothing ?? text}</Talk>)
})

const explicit = onNotify<{ step: string }>('/explicit', async ({ payload, params }) => {
  console.log(payload.anything, params.step.length)
})

const maybe = onNotify(
  '/maybe',
  ({ params }: NotifyWebhookProps<{ a: 1 } | undefined>) => params?.a === 1 && <Talk>One</Talk>,
)

interface Order {
  readonly id: number
  readonly lines: readonly { name: string; size?: 'small' | 'large' | undefined }[]
  readonly pair: [string, number | null]
  readonly byName: Record<string, boolean>
  readonly anything: unknown
  readonly next?: Order
}
declare const order: Order
const ordered = onInput('/ordered', ({ params }: InputWebhookProps<Order>) => (
  <Input eventUrl={ordered(params.next ?? params)}>
    <Dtmf />
  </Input>
))
const one = onInput('/one', (_: InputWebhookProps<'a' | 'b' | string[]>) => null)

const rang = onCallEvent('/rang', (event: CallEventWebhookProps) => {
  if (event.status === 'machine') return <Talk>{event.call_uuid}</Talk>
  if (event.status === 'failed') console.log(event.detail?.length, event.uuid)
})

const recorded = onRecording('/recorded', async ({ recording_url, size = 0 }) => {
  console.log(recording_url, size + 1)
})

const whisper = onAnswer('/whisper', ({ to }) => <Talk>{to}</Talk>)

export const urls: Url[] = [
  chosen({ attempt: 1 }),
  inferred(),
  explicit({ step: 'a' }),
  maybe(),
  maybe({ a: 1 }),
  ordered(order),
  ordered({ id: 1, lines: [{ name: 'a' }], pair: ['a', null], byName: {}, anything: 1 }),
  one('a'),
  one(['a']),
  recorded(),
  whisper(),
  '/hello.mp3',
]

export const inputUrls: Url<'input'>[] = [chosen({ attempt: 1 }), inferred(), '/chosen']

export const openHooks = [
  onInput('/open-1', ({ params }: InputWebhookProps<{ id: string } | undefined>) => params?.id, {
    open: true,
  }),
  onInput('/open-2', ({ params }) => String(params), { open: true }),
  onInput('/open-3', ({ params }: InputWebhookProps<unknown>) => String(params), { open: true }),
  onInput('/closed', ({ params }: InputWebhookProps<{ id: string }>) => params.id, { open: false }),
]

// For those who annotate what they export.
export const annotated: Hook<'input', { attempt: number }> = chosen
export const annotatedPlain: Hook<'input'> = inferred

const Caller = () => {
  const { from, conversation_uuid, sipHeaders }: Webhook = useWebhook()
  return <Talk>{from ?? sipHeaders.get('X-Account') ?? conversation_uuid}</Talk>
}

export const app: VoiceApp = createVoiceApp({
  answer: async ({ from }: AnswerProps) => (
    <>
      <Caller />
      <Connect from={from} eventUrl={rang()}>
        <Phone number="447700900001" />
      </Connect>
      <Record eventUrl={recorded()} />
    </>
  ),
  fallback: ({ reason, original_request }) => <Talk>{`${reason} ${original_request?.type}`}</Talk>,
  event(event) {
    if (event.kind === 'transfer') console.log(event.conversation_uuid_to)
    if (event.status === 'completed') console.log(event.duration)
  },
  hooks: [chosen, again, inferred, explicit, maybe, ordered, one, rang, recorded, whisper],
  onError: (_, call) => <Talk>Sorry, {call?.from}</Talk>,
})
