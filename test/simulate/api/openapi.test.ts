import fc from 'fast-check'
import { type Call, dial, type Platform } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, keys, talk } from '../../support/answering'
import { restPlatform, token } from '../../support/rest'
import { anyChanged, anyValue } from './any-request'
import { disagreements, type Exchange, type Operation, operations, watched } from './description'

// What the simulator takes and gives, against a description of the API that was written from public facts.

const bearer = `Bearer ${token()}`

const target = answering({
  '/answer': [{ ...keys(), mode: 'asynchronous' }, talk('Please hold.', { loop: 0 })],
  '/chosen': undefined,
})

interface Fixture {
  readonly platform: Platform
  readonly call: Call
}

/** A platform with a call that can be changed at once. */
async function oneCall(): Promise<Fixture> {
  const platform = restPlatform()
  return { platform, call: await dial(target, { platform, pace: 'manual' }) }
}

/** Makes a request of an operation, and gives it with its answer. */
async function request(
  { platform, call }: Fixture,
  { method, path }: Operation,
  { body, query = '' }: { readonly body?: unknown; readonly query?: string },
): Promise<Exchange> {
  const id = path.includes('conversations') ? call.conversationUuid : call.leg.uuid
  const url = `https://api.nexmo.com${path.replace(/\{\w+\}/, id)}${query}`
  const exchanges: Exchange[] = []
  const api = watched(platform.api, (exchange) => exchanges.push(exchange))
  const headers = { authorization: bearer, 'content-type': 'application/json' }
  await api.fetch(
    new Request(url, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  )
  const [exchange] = exchanges
  if (!exchange) throw new Error('There was no answer.')
  return exchange
}

const withBody = operations.filter(({ body }) => body)
const others = operations.filter(({ body }) => !body)

describe('the description of the Voice API', () => {
  it.each(withBody.map((operation) => [operation.id, operation] as const))(
    '%s: what it allows is done',
    async (_, operation) => {
      await fc.assert(
        fc.asyncProperty(anyValue(operation.body), async (body) => {
          const exchange = await request(await oneCall(), operation, { body })
          expect([disagreements(exchange), exchange.status < 300]).toStrictEqual([[], true])
        }),
        { numRuns: 60 },
      )
    },
  )

  it.each(withBody.map((operation) => [operation.id, operation] as const))(
    '%s: what it forbids is refused, and nothing else',
    async (_, operation) => {
      const statuses = new Set<number>()
      await fc.assert(
        fc.asyncProperty(anyChanged(operation.body), async (body) => {
          const exchange = await request(await oneCall(), operation, { body })
          expect(disagreements(exchange)).toStrictEqual([])
          statuses.add(exchange.status)
        }),
        { numRuns: 150 },
      )
      expect(statuses).toContain(400)
    },
  )

  it.each(others.map((operation) => [operation.id, operation] as const))(
    '%s: answers as it says',
    async (_, operation) => {
      const fixture = await oneCall()
      expect(disagreements(await request(fixture, operation, {}))).toStrictEqual([])
      await fixture.call.hangUp()
      expect(disagreements(await request(fixture, operation, {}))).toStrictEqual([])
    },
  )

  it('listCalls: takes the parameters that it names, and refuses others values', async () => {
    const operation = operations.find(({ id }) => id === 'listCalls')
    if (!operation) throw new Error('It is not described.')
    const fixture = await oneCall()
    const parameter = fc
      .constantFrom(...operation.query)
      .chain(({ name, schema }) =>
        fc
          .oneof(anyValue(schema), fc.constantFrom('', 'x', -1, 0, 1.5, 101))
          .map((value) => [name, String(value)]),
      )
    await fc.assert(
      fc.asyncProperty(fc.array(parameter, { maxLength: 3 }), async (parameters) => {
        const query = `?${new URLSearchParams(Object.fromEntries(parameters))}`
        expect(disagreements(await request(fixture, operation, { query }))).toStrictEqual([])
      }),
      { numRuns: 150 },
    )
  })
})
