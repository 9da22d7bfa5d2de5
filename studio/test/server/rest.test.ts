import { writeFileSync } from 'node:fs'
import { request as ask } from 'node:http'
import { Vonage } from '@vonage/server-sdk'
import { createPlatform } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { applicationId, otherKeys, privateKey, publicKey } from '../../../test/support/rest'
import type { RestMessage } from '../../src/rest-messages'
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
  page.onRest = async ({ id, method, url, headers, body }: RestMessage) => {
    const pairs = headers.map(([name, value]): [string, string] => [name, value])
    const response = await platform.api.fetch(new Request(url, { method, headers: pairs, body }))
    const bytes = Buffer.from(await response.arrayBuffer())
    page.say({
      type: 'rest-answered',
      id,
      status: response.status,
      headers: [...response.headers],
      body: bytes.toString('base64'),
    })
  }
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
