import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createElement, Dtmf, Fragment, Input, type NccoElement, Talk, type Url } from 'ncco-jsx'
import { toNodeHandler } from 'ncco-jsx/node'
import {
  createVoiceApp,
  type InputWebhookProps,
  onInput,
  type VoiceAppOptions,
} from 'ncco-jsx/serve'
import { serveByHand } from './http-by-hand'

// Serves one of the cases of `bench:http`, and tells its parent where, what it has taken, and what it remembers.

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

const secrets = {
  signature: process.env.BENCH_SIGNATURE ?? '',
  secret: process.env.BENCH_SECRET ?? '',
}

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
  secret: secrets.secret,
}

const handlers: Record<string, RequestListener> = {
  unsigned: toNodeHandler(createVoiceApp(options)),
  signed: toNodeHandler(
    createVoiceApp({ ...options, signature: { secret: secrets.signature, maxAge: 3600 } }),
  ),
  sealed: toNodeHandler(createVoiceApp(sealing)),
  'unsigned by hand': serveByHand({ text }),
  'signed by hand': serveByHand({ text, signature: secrets.signature }),
  'sealed by hand': serveByHand({ text, secret: secrets.secret }),
}

let rejections = 0
process.on('unhandledRejection', () => {
  rejections++
})
process.on('message', (question) => {
  const { user, system } = process.cpuUsage()
  if (question === 'memory') globalThis.gc?.()
  const { heapUsed } = process.memoryUsage()
  process.send?.({ microseconds: user + system, heapUsed, rejections })
})

const server = createServer(handlers[process.argv[2] ?? ''])
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port })
})
