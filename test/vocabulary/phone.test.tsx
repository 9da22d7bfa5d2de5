import { Connect, OnAnswer, Phone } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { type PhoneOptions, phone } from '../../src/vocabulary/phone'
import { error, issuesOf, judge } from '../support/issues'
import { type Frame, testOptions } from '../support/options'

const at = '/0/endpoint/0'

const called: Frame<PhoneOptions> = {
  tsx: (options) => (
    <Connect from="447700900000">
      <Phone number="447700900001" {...options} />
    </Connect>
  ),
  ncco: (written) => [
    {
      action: 'connect',
      from: '447700900000',
      endpoint: [{ type: 'phone', number: '447700900001', ...written }],
    },
  ],
}

const identity = 'eyJ0.eyJi.c2ln;info=<https://example.com/cert.pem>;alg=ES256;ppt="shaken"'

describe('<Phone>', () => {
  testOptions<PhoneOptions>(phone, at, called, {
    number: {
      writes: [
        ['447700900001', { number: '447700900001' }],
        ['1234567', { number: '1234567' }],
        ['123456789012345', { number: '123456789012345' }],
      ],
      refuses: [
        ['123456', { number: '123456' }, 'not-e164', `${at}/number`],
        ['1234567890123456', { number: '1234567890123456' }, 'not-e164', `${at}/number`],
        ['+447700900001', { number: '+447700900001' }, 'not-e164', `${at}/number`],
        ['00447700900001', { number: '00447700900001' }, 'not-e164', `${at}/number`],
        ['07700900001', { number: '07700900001' }, 'not-e164', `${at}/number`],
        ['44 7700 900001', { number: '44 7700 900001' }, 'not-e164', `${at}/number`],
        ['44770090000a', { number: '44770090000a' }, 'not-e164', `${at}/number`],
        ['', { number: '' }, 'empty-value', `${at}/number`],
        [447700900001, { number: 447700900001 }, 'wrong-type', `${at}/number`],
      ],
      absent: ['missing-option', `${at}/number`],
    },
    dtmfAnswer: {
      writes: [
        ['', { dtmfAnswer: '' }],
        ['0123456789*#p', { dtmfAnswer: '0123456789*#p' }],
        ['pp1', { dtmfAnswer: 'pp1' }],
      ],
      refuses: [
        ['P1', { dtmfAnswer: 'P1' }, 'bad-format', `${at}/dtmfAnswer`],
        ['1w2', { dtmfAnswer: '1w2' }, 'bad-format', `${at}/dtmfAnswer`],
        ['1 2', { dtmfAnswer: '1 2' }, 'bad-format', `${at}/dtmfAnswer`],
        ['1\n', { dtmfAnswer: '1\n' }, 'bad-format', `${at}/dtmfAnswer`],
        [0, { dtmfAnswer: 0 }, 'wrong-type', `${at}/dtmfAnswer`],
      ],
    },
    shaken: {
      writes: [[identity, { shaken: identity }]],
      refuses: [
        ['', { shaken: '' }, 'bad-format', `${at}/shaken`],
        ['eyJ0.eyJi.c2ln', { shaken: 'eyJ0.eyJi.c2ln' }, 'bad-format', `${at}/shaken`],
        [
          identity.replace('ES256', 'RS256'),
          { shaken: identity.replace('ES256', 'RS256') },
          'bad-format',
          `${at}/shaken`,
        ],
        [
          identity.replace('https:', 'http:'),
          { shaken: identity.replace('https:', 'http:') },
          'bad-format',
          `${at}/shaken`,
        ],
        [1, { shaken: 1 }, 'wrong-type', `${at}/shaken`],
      ],
    },
  })

  it('holds what the called party hears first', () => {
    const flow = (
      <Connect from="447700900000">
        <Phone number="447700900001">
          <OnAnswer url="https://example.com/whisper" />
        </Phone>
      </Connect>
    )
    const ncco = called.ncco({ onAnswer: { url: 'https://example.com/whisper' } })
    expect(judge(flow)).toStrictEqual({ ncco, issues: [] })
  })

  it('stands nowhere by itself', () => {
    expect(issuesOf(<Phone number="447700900001" />)).toStrictEqual([
      error('misplaced-element', '/0'),
    ])
  })
})
