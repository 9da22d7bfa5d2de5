import { dial, type Platform } from 'ncco-jsx/simulate'
import { describe, expect, it, onTestFinished } from 'vitest'
import { answering, colleague, keys, talk } from '../../support/answering'
import { eventually } from '../../support/eventually'
import { ask, order, restPlatform } from '../../support/rest'

const hold = [talk('Please hold.', { loop: 0 })]

/** An app that asks the REST side while the platform waits for its answer. */
function asking(
  routes: Parameters<typeof answering>[0],
  act: (fields: Record<string, string>, path: string) => Promise<unknown>,
) {
  const app = answering(routes)
  return async (request: Request) => {
    const { pathname, searchParams } = new URL(request.url)
    const fields =
      request.method === 'POST' ? await request.clone().json() : Object.fromEntries(searchParams)
    await act(fields, pathname)
    return app(request)
  }
}

const status = async (platform: Platform, method: string, path: string, body?: object) =>
  (await ask(platform, method, path, body)).status

describe.each(['virtual', 'real'] as const)('a handler, on a platform with pace: %j', (pace) => {
  function platformFor(application: object = {}): Platform {
    const options = pace === 'real' ? ({ pace, speed: 10 } as const) : {}
    const platform = restPlatform(application, options)
    onTestFinished(() => platform.close())
    return platform
  }

  it('makes a call, and rings a colleague, before it answers', async () => {
    const platform = platformFor()
    const statuses: number[] = []
    const app = asking({ '/answer': hold }, async () => {
      statuses.push(await status(platform, 'POST', '/v1/calls', order(hold)))
      statuses.push(await status(platform, 'GET', '/v1/calls'))
    })
    const call = await dial(app, { platform })
    const [made] = await platform.callsTo(colleague)
    await made?.leg.answer()
    await eventually(() => expect(statuses).toStrictEqual([201, 200]))
    await platform.wait(2)
    await eventually(() =>
      expect([call.heard, made?.heard]).toStrictEqual([['Please hold.'], ['Please hold.']]),
    )
  })

  it('waits for the first webhook of the call that it makes', async () => {
    let started: (uuid: string) => void = () => {}
    const isStarted = new Promise<string>((resolve) => {
      started = resolve
    })
    const platform = platformFor({
      target: asking({ '/event': undefined }, async ({ uuid, status }) => {
        if (status === 'started') started(String(uuid))
      }),
    })
    const { body } = await ask(platform, 'POST', '/v1/calls', order(hold))
    expect(await isStarted).toBe(body.uuid)
  })

  it('hangs up the call whose answer the platform waits for', async () => {
    const platform = platformFor()
    const statuses: number[] = []
    const app = asking({ '/answer': hold, '/event': undefined }, async ({ uuid }, path) => {
      if (path !== '/answer') return
      statuses.push(await status(platform, 'PUT', `/v1/calls/${uuid}`, { action: 'hangup' }))
      statuses.push(await status(platform, 'PUT', `/v1/calls/${uuid}`, { action: 'hangup' }))
    })
    const call = await dial(app, { platform, eventUrl: '/event' })
    await eventually(() => expect(statuses).toStrictEqual([204, 404]))
    await platform.wait(1)
    expect([call.ended?.reason, call.heard]).toStrictEqual(['hung-up-by-app', []])
  })

  it('hangs up in an event, and a late answer changes nothing', async () => {
    const platform = platformFor()
    const app = asking(
      { '/answer': [keys({ maxDigits: 1, timeOut: 10 })], '/chosen': hold },
      async ({ uuid }, path) => {
        if (path !== '/chosen') return
        await status(platform, 'PUT', `/v1/calls/${uuid}`, { action: 'hangup' })
      },
    )
    const call = await dial(app, { platform })
    await eventually(() => expect(call.state).toBe('listening'))
    await call.press('1')
    await eventually(() => expect(call.ended?.reason).toBe('hung-up-by-app'))
    await platform.wait(1)
    expect(call.heard).toStrictEqual([])
  })

  it('speaks into the call of an event', async () => {
    const platform = platformFor()
    const app = asking(
      { '/answer': [keys({ maxDigits: 2, timeOut: 10 })], '/chosen': hold },
      async ({ uuid }, path) => {
        if (path !== '/chosen') return
        await status(platform, 'PUT', `/v1/calls/${uuid}/talk`, { text: 'One moment.' })
      },
    )
    const call = await dial(app, { platform })
    await eventually(() => expect(call.state).toBe('listening'))
    await call.press('12')
    await platform.wait(3)
    await eventually(() => expect(call.heard).toStrictEqual(['One moment.', 'Please hold.']))
  })

  it('does not wait for the requests that it sends', async () => {
    const platform = platformFor()
    const statuses: number[] = []
    const app = asking({ '/answer': hold }, async ({ uuid }) => {
      setTimeout(async () => {
        const path = `/v1/calls/${uuid}/talk`
        statuses.push(await status(platform, 'PUT', path, { text: 'Hello again.' }))
      })
    })
    const call = await dial(app, { platform })
    await eventually(() => expect(statuses).toStrictEqual([200]))
    await platform.wait(2)
    expect(call.heard).toContain('Hello again.')
  })
})
