import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { dial } from 'ncco-jsx/simulate'
import { describe, expect, it, vi } from 'vitest'
import { listen } from '../../support/servers'
import { foreignFlows } from './foreign-app/flows'
import { handlerOf } from './foreign-app/server'

// The suites of examples that keep nothing between calls, as they stand, call a server that does not know this package: node:http and JSON by hand.
vi.mock('../../../examples/dial-flow', () => import('./foreign-app/dial-flow'))

// The suites may have run in this process already.
vi.resetModules()

describe.each(Object.keys(foreignFlows))(
  '%s of an app that does not use this package',
  async (name) => {
    await import(`../../../examples/${name}/flow.test.ts`)
  },
)

describe('an app that does not use this package', () => {
  const signature = { secret: 'a signature secret for tests' }
  const options = { baseUrl: 'https://app.example.com', eventUrl: '/event', signature }
  const serve = async () =>
    `${await listen(handlerOf(foreignFlows['ivr-menu'] ?? {}, signature.secret))}/answer`

  it.each(['flows', 'server'])('imports nothing of it: %s', (file) => {
    const path = fileURLToPath(new URL(`./foreign-app/${file}.ts`, import.meta.url))
    const imports = [...readFileSync(path, 'utf8').matchAll(/from '(.*)'/g)].map(([, from]) => from)
    const allowed = ['node:crypto', 'node:http', 'node:stream/consumers', 'jsonwebtoken', './flows']
    expect(imports.filter((from) => !allowed.includes(String(from)))).toStrictEqual([])
  })

  it.each(['GET', 'POST'] as const)(
    'is dialled by its answer URL with %s',
    async (answerMethod) => {
      const url = await serve()
      const call = await dial(url, { ...options, answerMethod })
      await call.press('2')
      await call.legs[0]?.busy()
      expect(call.heard[1]).toBe('I will connect you to support.')
      expect(
        call.webhooks.map(({ kind, status, method, answer }) => [
          status ?? kind,
          method,
          answer?.status,
        ]),
      ).toStrictEqual([
        ['started', 'POST', 204],
        ['ringing', 'POST', 204],
        ['answer', answerMethod, 200],
        ['answered', 'POST', 204],
        ['input', 'POST', 200],
        ['started', 'POST', 204],
        ['ringing', 'POST', 204],
        ['busy', 'POST', 204],
        ['completed', 'POST', 204],
        ['completed', 'POST', 204],
      ])
      expect(call.ended?.reason).toBe('completed')
    },
  )

  it('refuses what was signed with another secret', async () => {
    const call = await dial(await serve(), { ...options, signature: { secret: 'another' } })
    expect(call.ended?.reason).toBe('no-ncco')
    expect(call.webhooks.map(({ answer }) => answer?.status)).toStrictEqual([401, 401, 401, 401])
  })

  it('is asked again when the connection closes', async () => {
    const call = await dial(await serve(), {
      ...options,
      faults: ({ kind, attempt }) => (kind === 'answer' && attempt === 1 ? 'closed' : undefined),
    })
    expect(call.heard).toHaveLength(1)
    expect(call.webhooks.filter(({ kind }) => kind === 'answer')).toHaveLength(2)
  })
})
