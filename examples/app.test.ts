import { check } from 'ncco-jsx'
import { describe, expect, it, vi } from 'vitest'
import { createExampleApp, paths } from './app'
import { call, pressed } from './sample-webhooks'

const app = createExampleApp()
const query = new URLSearchParams(
  Object.entries(call).map(([name, value]) => [name, String(value)]),
)

const post = (path: string, body: string, type = 'application/json') =>
  app.request(path, { method: 'POST', headers: { 'content-type': type }, body })

describe('the example server', () => {
  it.each([...paths(), '/answer'])(
    'answers GET %s with an NCCO that check passes',
    async (path) => {
      const warn = vi.spyOn(console, 'warn')
      const response = await app.request(`${path}?${query}`)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe('application/json')
      expect(check(await response.json())).toStrictEqual([])
      expect(warn).not.toHaveBeenCalled()
    },
  )

  it('answers POST with JSON as it answers GET', async () => {
    const [byGet, byPost] = await Promise.all([
      app.request(`/answer?${query}`),
      post('/answer', JSON.stringify(call)),
    ])
    expect(await byPost.json()).toStrictEqual(await byGet.json())
  })

  it('reads nested JSON from the query of a GET', async () => {
    const { dtmf, ...rest } = pressed('2')
    const fields = { ...rest, speech: JSON.stringify(rest.speech), dtmf: JSON.stringify(dtmf) }
    const response = await app.request(`/ivr-menu/chosen?${new URLSearchParams(fields)}`)
    expect(await response.json()).toMatchObject([
      { text: 'I will connect you to support.' },
      { action: 'connect' },
    ])
  })

  it('puts its own origin into the event URLs', async () => {
    const response = await app.request(`https://calls.example.com/ivr-menu/answer?${query}`)
    expect(await response.json()).toMatchObject([
      {},
      { eventUrl: ['https://calls.example.com/ivr-menu/chosen'] },
    ])
  })

  it('acknowledges webhooks that take no NCCO', async () => {
    const response = await post('/voicemail/recorded', JSON.stringify(call))
    expect([response.status, await response.text()]).toStrictEqual([204, ''])
  })

  it.each([
    ['an unknown path', () => app.request('/nowhere'), 404],
    ['a wrong method', () => app.request('/answer', { method: 'PUT' }), 405],
    ['a query that is no webhook', () => app.request('/answer'), 422],
    ['a body that is no JSON', () => post('/answer', '{'), 400],
    ['a body that is no object', () => post('/answer', '[]'), 422],
    ['a body of another type', () => post('/answer', 'a=1', 'text/plain'), 415],
    ['a body over 64 KiB', () => post('/answer', `"${'a'.repeat(64 * 1024)}"`), 413],
  ])('refuses %s', async (_, request, status) => {
    const response = await request()
    expect(response.status).toBe(status)
    expect(Object.keys(await response.json())).toStrictEqual(['error'])
  })

  it('says which methods it takes', async () => {
    const response = await app.request('/answer', { method: 'DELETE' })
    expect(response.headers.get('allow')).toBe('GET, POST')
  })
})
