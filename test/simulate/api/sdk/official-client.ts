import { Vonage } from '@vonage/server-sdk'
import { toNodeHandler } from 'ncco-jsx/node'
import type { Call, Platform, PlatformOptions, RestApplicationOptions } from 'ncco-jsx/simulate'
import { expect, it, onTestFinished } from 'vitest'
import { applicationId, privateKey, restPlatform } from '../../../support/rest'
import { listen } from '../../../support/servers'
import { disagreements, recordFetches } from '../description'

export type Voice = Vonage['voice']
type Method = keyof Voice

/** A platform, and the official client that calls it over HTTP. */
interface Connected {
  readonly platform: Platform
  readonly voice: Voice
  /** Where the API is served. */
  readonly origin: string
}

interface Settings {
  readonly application?: Partial<RestApplicationOptions>
  readonly platform?: PlatformOptions
  /** The key of the client, if it is not that of the application. */
  readonly privateKey?: string
}

/** Connects the official client to a platform. What they tell each other is held against the description of the API. */
export async function connectClient(settings: Settings = {}): Promise<Connected> {
  const platform = restPlatform(settings.application, settings.platform)
  const origin = await listen(toNodeHandler(platform.api))
  const exchanges = recordFetches(origin)
  onTestFinished(() => expect(exchanges.flatMap(disagreements)).toStrictEqual([]))
  const key = settings.privateKey ?? privateKey
  const { voice } = new Vonage({ applicationId, privateKey: key }, { apiHost: origin })
  return { platform, voice, origin }
}

/** A test of a method of the official client: fails if it does not call it. */
export function shows(
  method: Method,
  what: string,
  test: (connected: Connected) => Promise<void>,
  settings: Settings = {},
): void {
  it(`${method} ${what}`, async () => {
    const { voice, ...others } = await connectClient(settings)
    const called = new Set<PropertyKey>()
    const watched = new Proxy(voice, {
      get(target, name) {
        called.add(name)
        return Reflect.get(target, name)
      },
    })
    await test({ voice: watched, ...others })
    expect([...called]).toContain(method)
  })
}

export const callee = '447700900002'
export const office = '447700900000'
export const toCallee = {
  to: [{ type: 'phone', number: callee }],
  from: { type: 'phone', number: office },
} as const

/** The only call to the callee. */
export async function onlyCall(platform: Platform, address = callee): Promise<Call> {
  const [call, ...others] = await platform.callsTo(address)
  if (!call || others.length > 0) throw new Error(`There are ${others.length + 1} calls.`)
  return call
}

/** The status and the body of an answer that made a method of the client fail. */
export async function refusal(asked: Promise<unknown>): Promise<[status: number, body: unknown]> {
  const error = await asked.then(
    () => undefined,
    (thrown) => thrown as { response?: Response },
  )
  if (!error?.response) throw new Error('It was not refused.', { cause: error })
  return [error.response.status, await error.response.json()]
}
