import fc from 'fast-check'
import { check } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'

const codesOf = (ncco: unknown) => check(ncco).map(({ code }) => code)
const stream = (url: string) => [{ action: 'stream', streamUrl: [url] }]
const websocket = (uri: string) => [
  {
    action: 'connect',
    endpoint: [{ type: 'websocket', uri, 'content-type': 'audio/l16;rate=8000' }],
  },
]
const sip = (uri: string) => [
  { action: 'connect', randomFromNumber: true, endpoint: [{ type: 'sip', uri }] },
]

/** URLs of every part, with something odd put in. */
const anyUrl = fc
  .tuple(
    fc.constantFrom('http://', 'https://', 'HTTPS://'),
    fc.constantFrom('example.com', 'h', '127.0.0.1', '[::1]', 'xn--nxasmq6b.example', 'a.b:8080'),
    fc.constantFrom('', '/', '/a?b=c#d'),
    fc.nat(),
    fc.oneof(
      fc.constantFrom('', '[', '%', '@', ':', '^', '<', '\\', 'xn--', '.256', ':99999', '\u200b'),
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
  )
  .map(([scheme, host, rest, seed, odd]) => {
    const at = seed % (host.length + 1)
    return scheme + host.slice(0, at) + odd + host.slice(at) + rest
  })

describe('the rule of a URL', () => {
  it.each([
    'http://[',
    'http://h:99999/',
    'http://%zz/',
    'https://a^b/',
    'https://a<b>/',
    'http://\u200b/',
    'https://:80/',
    'https://@/',
    'https://h\u0000/x',
    'https://h\u007f/',
    'https://1.2.3.256/',
    'https://xn--a.example/',
  ])('refuses %j, which no client can call', (url) => {
    expect(codesOf(stream(url))).toStrictEqual(['bad-url'])
  })

  it('refuses a websocket that no client can open', () => {
    expect(codesOf(websocket('wss://['))).toStrictEqual(['bad-url'])
    expect(codesOf(websocket('wss://example.com:65536/'))).toStrictEqual(['bad-url'])
  })

  it('accepts no URL that cannot be parsed', () => {
    fc.assert(
      fc.property(anyUrl, (url) => {
        if (codesOf(stream(url)).length === 0) expect(new URL(url).host).not.toBe('')
      }),
      { numRuns: 3000 },
    )
  })

  it('accepts no SIP URI that cannot be parsed', () => {
    const anyPart = fc.oneof(fc.constantFrom('', '//', '/', ':99999', '[', '%'), fc.string())
    fc.assert(
      fc.property(fc.constantFrom('sip:', 'SIPS:'), anyPart, anyPart, (scheme, user, host) => {
        const uri = `${scheme}${user}@${host}`
        if (codesOf(sip(uri)).length === 0) expect(URL.canParse(uri)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  it.each([
    'https://example.com',
    'http://localhost:3000/a',
    'https://user:password@example.com/a?b=%20',
    'http://[2001:db8::1]:8080/',
    'https://münchen.example/',
    'HTTPS://EXAMPLE.COM',
  ])('accepts %s', (url) => {
    expect(codesOf(stream(url))).toStrictEqual([])
  })
})
