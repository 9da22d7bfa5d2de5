import { readdirSync, readFileSync } from 'node:fs'
import { Vonage } from '@vonage/server-sdk'
import { describe, expect, it } from 'vitest'
import { applicationId, privateKey } from '../../../support/rest'
import { connectClient } from './official-client'

/** Methods without a test of their own, and why. */
const reasons: Record<string, string> = {
  constructor: 'every test makes a client',
  callAction: 'protected: what the methods that change a call share',
}

describe('the official client', () => {
  it('has a test of each method, or a reason why there is none', () => {
    const { voice } = new Vonage({ applicationId, privateKey })
    const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(voice))
    const folder = new URL('.', import.meta.url)
    const tests = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'))
    const called = tests.flatMap((text) =>
      [...text.matchAll(/\bshows\(\s*'(\w+)'/g)].map(([, name]) => name),
    )
    const shown = [...called, ...Object.keys(reasons)]
    expect(methods.filter((method) => !shown.includes(method))).toStrictEqual([])
    expect(methods.length).toBeGreaterThan(20)
  })

  it('may have a base URL that ends in a slash', async () => {
    const { origin } = await connectClient()
    const { voice } = new Vonage({ applicationId, privateKey }, { apiHost: `${origin}/` })
    expect(await voice.getCallsPage({})).toMatchObject({ count: 0 })
  })
})
