import { Stream } from 'ncco-jsx'
import type { VoiceAppOptions } from 'ncco-jsx/serve'
import { describe, expect, it, vi } from 'vitest'
import { got, origin, quietApp, read } from '../support/requests'
import { codeOf } from '../support/serve-errors'
import { answerWebhook } from '../support/webhooks'

describe('a path in an option that takes a URL', () => {
  const answer = () => <Stream streamUrl="/hello.mp3" />
  const urlFrom = async (options: Partial<VoiceAppOptions>, request: Request) => {
    const [, body] = await read(quietApp({ answer, ...options }).fetch(request))
    return (body as [{ streamUrl: [string] }])[0].streamUrl[0]
  }
  const forwarded = {
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'public.example.com, inner.example.com',
  }
  const inside = (headers = {}) => {
    const { url } = got('/answer', answerWebhook)
    return new Request(url.replace(origin, 'http://10.0.0.1:3000'), { headers })
  }

  it.each<[string, Partial<VoiceAppOptions>, Request, string]>([
    ['the origin of the request', {}, inside(), 'http://10.0.0.1:3000'],
    [
      'its own origin with headers that it does not trust',
      {},
      inside(forwarded),
      'http://10.0.0.1:3000',
    ],
    [
      'what a trusted proxy says',
      { trustProxy: true },
      inside(forwarded),
      'https://public.example.com',
    ],
    ['its own origin without a proxy', { trustProxy: true }, inside(), 'http://10.0.0.1:3000'],
    ...[
      'a/b?c',
      'user:password@evil.example',
      'evil.example#.good.example',
      '//evil.example',
      'e"vil',
      'ev%69l.example',
      'evil\texample',
      'evil.example\\a',
      '*',
      '127.1',
      '0x7f.0.0.1',
    ].map((host): [string, Partial<VoiceAppOptions>, Request, string] => [
      `its own origin for the forwarded host ${host}`,
      { trustProxy: true },
      inside({ 'x-forwarded-host': host }),
      'http://10.0.0.1:3000',
    ]),
    ...[
      'public.example.com:8443',
      'PUBLIC.example.com',
      '[::1]:8443',
      'under_score.example.com',
    ].map((host): [string, Partial<VoiceAppOptions>, Request, string] => [
      `the forwarded host ${host}`,
      { trustProxy: true },
      inside({ ...forwarded, 'x-forwarded-host': host }),
      `https://${host.toLowerCase()}`,
    ]),
    [
      'baseUrl',
      { baseUrl: 'https://a.example/', trustProxy: true },
      inside(forwarded),
      'https://a.example',
    ],
    ['baseUrl with its path', { baseUrl: 'https://a.example/b' }, inside(), 'https://a.example/b'],
  ])('starts with %s', async (_, options, request, base) => {
    expect(await urlFrom(options, request)).toBe(`${base}/hello.mp3`)
  })

  it.each(['hello.mp3', '//other.example.com/a.mp3'])('is refused as %s', async (streamUrl) => {
    const onError = vi.fn()
    const app = quietApp({ answer: () => <Stream streamUrl={streamUrl} />, onError })
    await app.fetch(got('/answer', answerWebhook))
    expect(onError.mock.calls.map(([error]) => codeOf(error))).toStrictEqual(['bad-url'])
  })
})
