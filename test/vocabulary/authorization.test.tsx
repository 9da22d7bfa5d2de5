import { Authorization, Connect, Websocket } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { type AuthorizationOptions, authorization } from '../../src/vocabulary/authorization'
import { error, issuesOf, judge, warning } from '../support/issues'
import { type Frame, testOptions } from '../support/options'

const at = '/0/endpoint/0/authorization'

const authorized: Frame<AuthorizationOptions> = {
  tsx: (options) => (
    <Connect>
      <Websocket uri="wss://example.com/bot" contentType="audio/l16;rate=16000">
        <Authorization {...options} />
      </Websocket>
    </Connect>
  ),
  ncco: (written) => [
    {
      action: 'connect',
      endpoint: [
        {
          type: 'websocket',
          uri: 'wss://example.com/bot',
          'content-type': 'audio/l16;rate=16000',
          authorization: written,
        },
      ],
    },
  ],
}

const value = 'Bearer abc'

// `custom` needs a value, which would be ignored with `vonage`.
const ofType: Frame<AuthorizationOptions> = {
  tsx: (options) => authorized.tsx({ ...(options.type === 'custom' && { value }), ...options }),
  ncco: (written) => authorized.ncco({ ...(written.type === 'custom' && { value }), ...written }),
}

const custom: Frame<AuthorizationOptions> = {
  tsx: (options) => authorized.tsx({ type: 'custom', ...options }),
  ncco: (written) => authorized.ncco({ type: 'custom', ...written }),
}

describe('<Authorization>', () => {
  testOptions<AuthorizationOptions>(authorization, at, authorized, {
    type: {
      in: ofType,
      writes: [
        ['vonage', { type: 'vonage' }],
        ['custom', { type: 'custom' }],
      ],
      refuses: [
        ['bearer', { type: 'bearer' }, 'not-one-of', `${at}/type`],
        ['', { type: '' }, 'not-one-of', `${at}/type`],
        [1, { type: 1 }, 'wrong-type', `${at}/type`],
      ],
    },
    value: {
      in: custom,
      writes: [[value, { value }]],
      refuses: [
        ['', { value: '' }, 'authorization-without-value', `${at}/value`],
        [7, { value: 7 }, 'wrong-type', `${at}/value`],
      ],
      absent: ['authorization-without-value', `${at}/value`],
    },
  })

  it('writes {} without settings', () => {
    expect(judge(authorized.tsx({}))).toStrictEqual({ ncco: authorized.ncco({}), issues: [] })
  })

  it.each([{ value }, { value, type: 'vonage' }, { value: '' }] as const)(
    'ignores a value that it signs itself: %j',
    (options) => {
      expect(judge(authorized.tsx(options))).toStrictEqual({
        ncco: authorized.ncco(options),
        issues: [warning('authorization-value-ignored', `${at}/value`)],
      })
    },
  )

  it('stands nowhere by itself', () => {
    expect(issuesOf(<Authorization />)).toStrictEqual([error('misplaced-element', '/0')])
  })
})
