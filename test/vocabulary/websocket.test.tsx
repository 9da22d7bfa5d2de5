import { Authorization, Connect, Websocket } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { type WebsocketOptions, websocket } from '../../src/vocabulary/websocket'
import { jsonAt } from '../support/cases'
import { error, issuesIn, judge } from '../support/issues'
import { type Frame, testOptions } from '../support/options'

const at = '/0/endpoint/0'
const uri = 'wss://example.com/bot'
const contentType = 'audio/l16;rate=16000'

const streamed: Frame<WebsocketOptions> = {
  tsx: (options) => (
    <Connect>
      <Websocket uri={uri} contentType={contentType} {...options} />
    </Connect>
  ),
  ncco: (written) => [
    {
      action: 'connect',
      endpoint: [{ type: 'websocket', uri, 'content-type': contentType, ...written }],
    },
  ],
}

describe('<Websocket>', () => {
  testOptions<WebsocketOptions>(websocket, at, streamed, {
    uri: {
      writes: [
        ['wss://example.com/bot?a=b&c=d', { uri: 'wss://example.com/bot?a=b&c=d' }],
        ['ws://example.com', { uri: 'ws://example.com' }],
      ],
      refuses: [
        ['https://example.com/bot', { uri: 'https://example.com/bot' }, 'bad-url', `${at}/uri`],
        ['/bot', { uri: '/bot' }, 'bad-url', `${at}/uri`],
        ['wss://', { uri: 'wss://' }, 'bad-url', `${at}/uri`],
        ['', { uri: '' }, 'bad-url', `${at}/uri`],
        [[uri], { uri: [uri] }, 'wrong-type', `${at}/uri`],
      ],
      absent: ['missing-option', `${at}/uri`],
    },
    contentType: {
      writes: [
        ['audio/l16;rate=8000', { 'content-type': 'audio/l16;rate=8000' }],
        ['audio/l16;rate=16000', { 'content-type': 'audio/l16;rate=16000' }],
        ['audio/l16;rate=24000', { 'content-type': 'audio/l16;rate=24000' }],
      ],
      refuses: [
        [
          'audio/l16;rate=44100',
          { 'content-type': 'audio/l16;rate=44100' },
          'not-one-of',
          `${at}/content-type`,
        ],
        ['', { 'content-type': '' }, 'not-one-of', `${at}/content-type`],
        [16000, { 'content-type': 16000 }, 'wrong-type', `${at}/content-type`],
      ],
      absent: ['missing-option', `${at}/content-type`],
    },
    headers: jsonAt(`${at}/headers`),
  })

  it('holds an authorization', () => {
    const flow = (
      <Connect>
        <Websocket uri={uri} contentType={contentType}>
          <Authorization type="vonage" />
        </Websocket>
      </Connect>
    )
    const ncco = streamed.ncco({ authorization: { type: 'vonage' } })
    expect(judge(flow)).toStrictEqual({ ncco, issues: [] })
  })

  it('has no contentType in an NCCO', () => {
    const ncco = streamed.ncco({ contentType })
    expect(issuesIn(ncco)).toStrictEqual([error('unknown-option', `${at}/contentType`)])
  })
})
