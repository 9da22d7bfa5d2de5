import { writeFileSync } from 'node:fs'
import { request as ask } from 'node:http'
import { Vonage } from '@vonage/server-sdk'
import { createPlatform } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { applicationId, otherKeys, privateKey, publicKey } from '../../../test/support/rest'
import { causeHeader } from '../../src/rest-messages'
import { answerRest } from '../support/answer-rest'
import { fetchThrough } from '../support/call-through'
import type { TestPage } from '../support/page'
import { makeProject } from '../support/project'
import { openStudio } from '../support/studio'

const flow = `export default [{ action: 'talk', text: process.env.VONAGE_API_HOST }]`

/** Answers the REST requests of a page with a platform, as the page does. */
function serveRest(page: TestPage, key: string | false = false) {
  const platform = createPlatform({
    limits: false,
    application: {
      id: applicationId,
      publicKey: key,
      target: page.target.answerUrl,
      eventUrl: '/event',
      fetch: fetchThrough(page),
    },
  })
  answerRest(page, (request) => platform.api.fetch(request))
  return platform
}

const order = {
  to: [{ type: 'phone' as const, number: '447700900002' }],
  from: { type: 'phone' as const, number: '447700900000' },
}

/** Without what fetch adds and refuses. */
function status(url: string, headers: Record<string, string> = {}): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = ask(url, { headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    request.on('error', reject)
    request.end()
  })
}

describe('the REST side of a studio', () => {
  it('is what the app finds in VONAGE_API_HOST, unless it names another', async () => {
    const project = makeProject({ 'app.ts': flow })
    const { page, restUrl } = await openStudio(`${project.folder}/app.ts`)
    await page.settled()
    const { body } = (await page.fetch(page.target.answerUrl)) as { body: string }
    expect(JSON.parse(body)).toStrictEqual([{ action: 'talk', text: restUrl }])
    const other = makeProject({ 'app.ts': flow, '.env': 'VONAGE_API_HOST=http://elsewhere' })
    const { page: second } = await openStudio(`${other.folder}/app.ts`)
    await second.settled()
    const answer = (await second.fetch(second.target.answerUrl)) as { body: string }
    expect(answer.body).toContain('http://elsewhere')
  })

  it('lets the official client call out, through the page that is open', async () => {
    const project = makeProject({ 'app.ts': flow })
    const { page, restUrl } = await openStudio(`${project.folder}/app.ts`)
    await page.settled()
    const platform = serveRest(page)
    const { voice } = new Vonage({ applicationId, privateKey }, { apiHost: restUrl })
    const { uuid } = await voice.createOutboundCall({
      ...order,
      answerUrl: [page.target.answerUrl],
    })
    const [call] = await platform.callsTo('447700900002')
    await call?.leg.answer()
    expect(call?.heard).toStrictEqual([restUrl])
    expect((await voice.getCall(uuid)).status).toBe('completed')
  })

  it('checks tokens if it is given a key', async () => {
    const project = makeProject({ 'app.ts': flow })
    const key = `${project.folder}/private.key`
    writeFileSync(key, privateKey)
    const flags = { applicationId, publicKey: key }
    const { page, restUrl } = await openStudio(`${project.folder}/app.ts`, flags)
    expect(page.hello.application).toStrictEqual({ id: applicationId, publicKey })
    serveRest(page, publicKey)
    const client = (pem: string) =>
      new Vonage({ applicationId, privateKey: pem }, { apiHost: restUrl }).voice
    await expect(client(otherKeys.privateKey).getCallsPage({})).rejects.toThrow()
    expect((await client(privateKey).getCallsPage({})).count).toBe(0)
  })

  it('learns what made a request of the app, whichever client it has', async () => {
    const project = makeProject({
      'app.mjs': `import { createServer, request } from 'node:http'
        const base = process.env.VONAGE_API_HOST
        const ask = (name) => fetch(base + '/v1/calls?name=' + name)
        const askHttp = (name) => new Promise((resolve) => request(base + '/v1/calls?name=' + name, resolve).end())
        export const server = createServer(async (_, response) => {
          await ask('route')
          response.end()
        }).listen(0, '127.0.0.1', () => console.log('port ' + server.address().port))
        await ask('start')
        export default {
          async fetch() {
            await Promise.all([ask('fetch'), askHttp('http')])
            setTimeout(() => ask('later'), 20)
            return Response.json([])
          },
        }`,
    })
    const { page, restUrl } = await openStudio(`${project.folder}/app.mjs`)
    const causes = new Map<string | null, string | null>()
    answerRest(page, async ({ url, headers }) => {
      causes.set(new URL(url).searchParams.get('name'), headers.get(causeHeader))
      return Response.json({})
    })
    page.say({ type: 'restart' })
    await page.until(() => page.target.generation > 1 && page.target.status === 'ready')
    await page.fetch(page.target.answerUrl)
    await expect
      .poll(() => Object.fromEntries(causes))
      .toStrictEqual({
        start: 'itself',
        fetch: 'webhook',
        http: 'webhook',
        later: 'webhook',
      })
    const [, port] = /port (\d+)/.exec(page.lines.at(-1) ?? '') ?? []
    await fetch(`http://127.0.0.1:${port}`)
    await fetch(`${restUrl}/v1/calls?name=elsewhere`)
    await page.fetch(page.target.answerUrl, { isByHand: true })
    await expect
      .poll(() => Object.fromEntries(causes))
      .toStrictEqual({
        start: 'itself',
        fetch: 'route',
        http: 'route',
        later: 'route',
        route: 'route',
        elsewhere: null,
      })
  })

  it('says what is missing where no page is open', async () => {
    const project = makeProject({ 'app.ts': flow })
    const { page, restUrl } = await openStudio(`${project.folder}/app.ts`)
    await page.settled()
    page.close()
    await expect.poll(() => status(`${restUrl}/v1/calls`)).toBe(503)
    const response = await fetch(`${restUrl}/v1/calls`)
    expect(await response.json()).toMatchObject({
      detail: 'No page of the studio is open, and the calls are in the page.',
    })
  })

  it('is not for pages of other sites, nor for other names', async () => {
    const project = makeProject({ 'app.ts': flow })
    const { restUrl } = await openStudio(`${project.folder}/app.ts`)
    expect(await status(`${restUrl}/v1/calls`, { origin: 'https://evil.example' })).toBe(403)
    expect(await status(`${restUrl}/v1/calls`, { host: 'evil.example' })).toBe(403)
  })

  it('refuses a body that is too long', async () => {
    const project = makeProject({ 'app.ts': flow })
    const { restUrl } = await openStudio(`${project.folder}/app.ts`)
    const body = 'x'.repeat(5 * 1024 * 1024)
    const { status: refused } = await fetch(`${restUrl}/v1/calls`, { method: 'POST', body })
    expect(refused).toBe(413)
  })

  it.each([
    [{ publicKey: 'there-is-none.pem' }, '--public-key needs --application-id'],
    [
      { publicKey: 'there-is-none.pem', applicationId },
      '--public-key: there-is-none.pem holds no RSA key',
    ],
  ])('refuses a key that it cannot use: %o', async (flags, message) => {
    const project = makeProject({ 'app.ts': flow })
    await expect(openStudio(`${project.folder}/app.ts`, flags)).rejects.toThrow(message)
  })
})
