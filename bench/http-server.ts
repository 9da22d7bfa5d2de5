import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createElement, Dtmf, Fragment, Input, type NccoElement, Talk, type Url } from 'ncco-jsx'
import { toNodeHandler } from 'ncco-jsx/node'
import {
  createVoiceApp,
  type InputWebhookProps,
  onInput,
  type VoiceApp,
  type VoiceAppOptions,
} from 'ncco-jsx/serve'

// Serves one of the cases of `bench:http`, and tells its parent where, and what it remembers.

const text = 'Thank you for calling the Example Company. For sales, press 1. For support, press 2.'

function menu(eventUrl: Url<'input'>): NccoElement {
  return createElement(
    Fragment,
    null,
    createElement(Talk, { bargeIn: true, language: 'en-GB' }, text),
    createElement(Input, { eventUrl }, createElement(Dtmf, { maxDigits: 1 })),
  )
}

const plain = onInput('/plain', (): NccoElement => menu(plain()))
const sealed = onInput(
  '/sealed',
  ({ params }: InputWebhookProps<{ attempt: number }>): NccoElement =>
    menu(sealed({ attempt: params.attempt + 1 })),
)

const options: VoiceAppOptions = {
  answer: () => menu(plain()),
  hooks: [plain],
  baseUrl: 'https://calls.example.com',
  signature: false,
}

const sealing: VoiceAppOptions = {
  ...options,
  answer: () => menu(sealed({ attempt: 1 })),
  hooks: [sealed],
  secret: process.env.BENCH_SECRET ?? '',
}

const signature = { secret: process.env.BENCH_SIGNATURE ?? '', maxAge: 3600 }

const ncco = JSON.stringify([
  { action: 'talk', text, bargeIn: true, language: 'en-GB' },
  {
    action: 'input',
    type: ['dtmf'],
    eventUrl: ['https://calls.example.com/plain'],
    dtmf: { maxDigits: 1 },
  },
])

const constant: RequestListener = (request, response) => {
  const answer = () => {
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(ncco),
    })
    response.end(ncco)
  }
  if (request.method === 'GET') return answer()
  request.on('data', () => {})
  request.on('end', answer)
}

/** No flow, no checks: what remains is the bridge between Node and an app. */
const bridge: VoiceApp = {
  ...createVoiceApp(options),
  async respond(incoming) {
    if (incoming.method === 'POST') await incoming.body(64 * 1024)
    return { status: 200, headers: { 'content-type': 'application/json' }, body: ncco }
  },
}

const handlers: Record<string, RequestListener> = {
  constant,
  bridge: toNodeHandler(bridge),
  unsigned: toNodeHandler(createVoiceApp(options)),
  signed: toNodeHandler(createVoiceApp({ ...options, signature })),
  sealed: toNodeHandler(createVoiceApp(sealing)),
}

let rejections = 0
process.on('unhandledRejection', () => {
  rejections++
})
process.on('message', () => {
  globalThis.gc?.()
  const { heapUsed } = process.memoryUsage()
  process.send?.({ heapUsed, rejections })
})

const server = createServer(handlers[process.argv[2] ?? ''])
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port })
})
