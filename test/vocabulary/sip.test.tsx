import { Connect, Sip, type SipProps } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { type SipOptions, sip } from '../../src/vocabulary/sip'
import { error, issuesOf, judge, warning } from '../support/issues'
import { type Frame, testOptions } from '../support/options'

const at = '/0/endpoint/0'

/** Takes what the types keep apart: a `uri` and a `domain`. */
function dial(options: SipOptions) {
  return (
    <Connect>
      <Sip {...(options as SipProps)} />
    </Connect>
  )
}

const byUri: Frame<SipOptions> = {
  tsx: (options) => dial({ uri: 'sip:alice@example.com', ...options }),
  ncco: (written) => [
    {
      action: 'connect',
      endpoint: [{ type: 'sip', uri: 'sip:alice@example.com', ...written }],
    },
  ],
}

const byDomain: Frame<SipOptions> = {
  tsx: (options) => dial({ domain: 'trunk', ...options }),
  ncco: (written) => [
    { action: 'connect', endpoint: [{ type: 'sip', domain: 'trunk', ...written }] },
  ],
}

describe('<Sip>', () => {
  testOptions<SipOptions>(sip, at, byUri, {
    uri: {
      writes: [
        ['sip:bob@example.com', { uri: 'sip:bob@example.com' }],
        ['sips:bob@example.com', { uri: 'sips:bob@example.com' }],
        [
          'sip:bob@example.com;transport=tls;media=srtp',
          { uri: 'sip:bob@example.com;transport=tls;media=srtp' },
        ],
      ],
      refuses: [
        ['bob@example.com', { uri: 'bob@example.com' }, 'bad-url', `${at}/uri`],
        ['sip:example.com', { uri: 'sip:example.com' }, 'bad-url', `${at}/uri`],
        ['sip:bob@', { uri: 'sip:bob@' }, 'bad-url', `${at}/uri`],
        ['https://example.com', { uri: 'https://example.com' }, 'bad-url', `${at}/uri`],
        ['', { uri: '' }, 'bad-url', `${at}/uri`],
        [7, { uri: 7 }, 'wrong-type', `${at}/uri`],
      ],
      absent: ['sip-address', at],
    },
    user: {
      in: byDomain,
      writes: [['alice', { user: 'alice' }]],
      refuses: [
        [7, { user: 7 }, 'wrong-type', `${at}/user`],
        ['', { user: '' }, 'empty-value', `${at}/user`],
      ],
    },
    domain: {
      in: byDomain,
      writes: [['other-trunk', { domain: 'other-trunk' }]],
      refuses: [[7, { domain: 7 }, 'wrong-type', `${at}/domain`]],
      absent: ['sip-address', at],
    },
    headers: {
      writes: [
        [{ ticket: '42', empty: '' }, { headers: { ticket: '42', empty: '' } }],
        [{}, { headers: {} }],
      ],
      warns: [
        [
          { 'X-ticket': '42' },
          { headers: { 'X-ticket': '42' } },
          'doubled-x-prefix',
          `${at}/headers/X-ticket`,
        ],
        [{ 'x-a': '' }, { headers: { 'x-a': '' } }, 'doubled-x-prefix', `${at}/headers/x-a`],
      ],
      refuses: [
        [{ ticket: 42 }, { headers: { ticket: 42 } }, 'wrong-type', `${at}/headers/ticket`],
        [{ 'a/b': null }, { headers: { 'a/b': null } }, 'wrong-type', `${at}/headers/a~1b`],
        [[], { headers: [] }, 'wrong-type', `${at}/headers`],
      ],
    },
    standardHeaders: {
      writes: [
        [
          { 'User-to-User': 'x'.repeat(256) },
          { standardHeaders: { 'User-to-User': 'x'.repeat(256) } },
        ],
        [{ 'User-to-User': '' }, { standardHeaders: { 'User-to-User': '' } }],
      ],
      refuses: [
        [
          { 'User-to-User': 'x'.repeat(257) },
          { standardHeaders: { 'User-to-User': 'x'.repeat(257) } },
          'too-long',
          `${at}/standardHeaders/User-to-User`,
        ],
        [
          { 'User-to-User': 1 },
          { standardHeaders: { 'User-to-User': 1 } },
          'wrong-type',
          `${at}/standardHeaders/User-to-User`,
        ],
        [
          { 'User-to-User': 'x', Subject: 'y' },
          { standardHeaders: { 'User-to-User': 'x', Subject: 'y' } },
          'bad-format',
          `${at}/standardHeaders/Subject`,
        ],
        ['x', { standardHeaders: 'x' }, 'wrong-type', `${at}/standardHeaders`],
      ],
    },
  })
})

describe('the address of a <Sip>', () => {
  const uri = 'sip:alice@example.com'

  it.each<[SipOptions, string]>([
    [{}, at],
    [{ user: 'alice' }, at],
    [{ uri, domain: 'trunk' }, `${at}/uri`],
    [{ uri, user: 'alice' }, `${at}/uri`],
    [{ uri, user: 'alice', domain: 'trunk' }, `${at}/uri`],
  ])('is not %j', (options, path) => {
    expect(issuesOf(dial(options))).toStrictEqual([error('sip-address', path)])
  })

  it.each<SipOptions>([{ uri }, { domain: 'trunk' }, { user: 'alice', domain: 'trunk' }])(
    'is %j',
    (options) => {
      const ncco = [{ action: 'connect', endpoint: [{ type: 'sip', ...options }] }]
      expect(judge(dial(options))).toStrictEqual({ ncco, issues: [] })
    },
  )
})

describe('the headers of a <Sip>', () => {
  it('may start with an X that no hyphen follows', () => {
    expect(issuesOf(byUri.tsx({ headers: { Xylophone: '1' } }))).toStrictEqual([])
  })

  it.each(['a: b', 'a b', '', 'é'])('may not have the name %j', (name) => {
    expect(issuesOf(byUri.tsx({ headers: { [name]: '1' } }))).toStrictEqual([
      error('bad-format', `${at}/headers/${name}`),
    ])
  })

  it('may have 256 characters beyond the first plane of Unicode', () => {
    const of = (count: number) => ({ 'User-to-User': '\u{1f600}'.repeat(count) })
    expect(issuesOf(byUri.tsx({ standardHeaders: of(256) }))).toStrictEqual([])
    expect(issuesOf(byUri.tsx({ standardHeaders: of(257) }))).toStrictEqual([
      error('too-long', `${at}/standardHeaders/User-to-User`),
    ])
  })

  it('are named one by one when the platform would double their X-', () => {
    const headers = { 'X-a': '1', b: '2', 'x-c': '3' }
    expect(issuesOf(byUri.tsx({ headers }))).toStrictEqual([
      warning('doubled-x-prefix', `${at}/headers/X-a`),
      warning('doubled-x-prefix', `${at}/headers/x-c`),
    ])
  })
})
