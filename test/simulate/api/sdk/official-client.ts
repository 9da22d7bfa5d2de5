import dns from 'node:dns'
import { Vonage } from '@vonage/server-sdk'
import { toNodeHandler } from 'ncco-jsx/node'
import type { Call, Platform, PlatformOptions, RestApplicationOptions } from 'ncco-jsx/simulate'
import { expect, it, onTestFinished, vi } from 'vitest'
import { applicationId, privateKey, restPlatform } from '../../../support/rest'
import { listen } from '../../../support/servers'
import { disagreements, recordFetches } from '../description'

type Voice = Vonage['voice']
type Method = keyof Voice

/** A platform, and the official client that calls it over HTTP. */
interface Connected {
  readonly platform: Platform
  readonly voice: Voice
  /** Where the API is served. */
  readonly origin: string
}

export interface Settings {
  readonly application?: Partial<RestApplicationOptions>
  readonly platform?: PlatformOptions
  /** The key of the client, if it is not that of the application. */
  readonly privateKey?: string
  /** The host by which the client knows the platform, if it is not that of loopback. */
  readonly host?: string
}

/** Connects the official client to a platform. What they tell each other is held against the description of the API. */
export async function connectClient(settings: Settings = {}): Promise<Connected> {
  const platform = restPlatform(settings.application, settings.platform)
  const served = new URL(await listen(toNodeHandler(platform.api)))
  if (settings.host) {
    served.hostname = settings.host
    resolveToLoopback(settings.host)
  }
  const { origin } = served
  const exchanges = recordFetches(origin)
  onTestFinished(() => expect(exchanges.flatMap(disagreements)).toStrictEqual([]))
  const key = settings.privateKey ?? privateKey
  const { voice } = new Vonage({ applicationId, privateKey: key }, { apiHost: origin })
  return { platform, voice, origin }
}

const { lookup } = dns

/** Lets a name lead to loopback, as an entry in /etc/hosts does. */
function resolveToLoopback(host: string): void {
  const redirected = (name: string, options: dns.LookupOptions, callback: () => void) =>
    lookup(name === host ? '127.0.0.1' : name, options, callback)
  const spy = vi.spyOn(dns, 'lookup').mockImplementation(redirected as never)
  onTestFinished(() => spy.mockRestore())
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
type Order = Parameters<Voice['createOutboundCall']>[0]

/** A call to the callee. With words and actions for which the client has enums. */
export const order = (more: object): Order =>
  ({
    to: [{ type: 'phone', number: callee }],
    from: { type: 'phone', number: office },
    ...more,
  }) as never

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
