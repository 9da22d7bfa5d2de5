import { spawnSync } from 'node:child_process'
import { dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { toCurl } from '../../../page/call/curl'
import type { Exchange } from '../../../page/call/exchange'
import { parseFragment, toFragment } from '../../../page/call/link'
import { pairWebhooks } from '../../../page/call/pair-webhooks'
import { toReport } from '../../../page/call/report'
import { jsonText } from '../../../page/view/json-text'
import { menu } from './support/menu'

const exchange: Exchange = {
  id: 1,
  at: 0,
  method: 'POST',
  url: 'https://app.example.com/chosen?p=1',
  body: '{"name":"O\'Brien"}',
  sent: [['content-type', 'application/json']],
  answer: { status: 200, headers: [], body: '[{"action":"talk","text":"Hi","levle":2}]' },
}

describe('a request as a curl command', () => {
  it('says the same to a shell', () => {
    const { stdout } = spawnSync('sh', [
      '-c',
      `curl() { printf '%s\\n' "$@"; }; ${toCurl(exchange)}`,
    ])
    expect(String(stdout).trimEnd().split('\n')).toStrictEqual([
      '--include',
      '--request',
      'POST',
      '--header',
      'content-type: application/json',
      '--data-raw',
      '{"name":"O\'Brien"}',
      'https://app.example.com/chosen?p=1',
    ])
  })
})

describe('webhooks and requests', () => {
  it('are paired in order; a webhook that met a fault has no request', async () => {
    const exchanges: Exchange[] = []
    const call = await dial(
      async (request) => {
        const { method, url } = request
        const response = await menu(request)
        const answer = { status: 200, headers: [], body: await response.clone().text() }
        exchanges.push({ id: exchanges.length + 1, at: 0, method, url, body: null, answer })
        return response
      },
      { faults: ({ attempt }) => (attempt === 1 ? { status: 503 } : undefined), pace: 'manual' },
    )
    const pairs = pairWebhooks(call.webhooks, exchanges)
    expect(pairs.map(({ status, exchange }) => [status, exchange?.id])).toStrictEqual([
      ['503', undefined],
      ['200', 1],
    ])
  })

  it('are there before the call is', () => {
    const [pair] = pairWebhooks([], [exchange])
    expect(pair).toMatchObject({ status: '200', isGood: true, fields: { name: "O'Brien" } })
  })
})

describe('a shared call', () => {
  it('survives the way through a URL', () => {
    const shared = {
      acts: [
        { kind: 'say', text: 'tea & cake; #2' },
        { kind: 'press', keys: '1#' },
      ],
      settings: { from: null, customData: { cart: 7 } },
    } as const
    const url = new URL(toFragment(shared.acts, shared.settings), 'http://localhost:4400/')
    expect(parseFragment(url.hash)).toStrictEqual(shared)
  })

  it('cannot say where requests go, or with which secret they are signed', () => {
    const settings = { eventUrl: 'https://elsewhere.example', signature: 'LINK_SECRET', to: '44' }
    const fragment = `#call=&with=${encodeURIComponent(JSON.stringify(settings))}`
    expect(parseFragment(fragment)).toStrictEqual({ acts: [], settings: { to: '44' } })
    expect(toFragment([], settings)).not.toContain('elsewhere')
  })

  it('is none without a call', () => {
    expect(parseFragment('#top')).toBeUndefined()
  })

  it('tells an assistant how to repeat it, what happened, and what is wrong', () => {
    const acts = [{ kind: 'press', keys: '1' }] as const
    const report = toReport({
      target: 'app.tsx',
      acts,
      transcript: '0.00 …',
      exchanges: [exchange],
    })
    expect(report).toContain('Acts: `press 1`')
    expect(report).toContain('## NCCO of POST /chosen')
    expect(report).toContain('- error unknown-option at /0/levle: ')
  })
})

describe('JSON for reading', () => {
  it('keeps on a line what fits there, and is the same value', () => {
    const value = {
      type: ['dtmf'],
      dtmf: { maxDigits: 1 },
      eventUrl: ['https://app.example.com/a-long-path'],
    }
    expect(jsonText(value)).toBe(
      [
        '{',
        '  "type": ["dtmf"],',
        '  "dtmf": { "maxDigits": 1 },',
        '  "eventUrl": ["https://app.example.com/a-long-path"]',
        '}',
      ].join('\n'),
    )
    expect(JSON.parse(jsonText(value))).toStrictEqual(value)
  })
})
