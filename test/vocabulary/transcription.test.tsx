import { Conversation, Record, Talk, Transcription } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { type TranscriptionOptions, transcription } from '../../src/vocabulary/transcription'
import { eventMethodAt, flagAt, urlInArrayAt } from '../support/cases'
import { error, issuesOf, judge } from '../support/issues'
import { testOptions } from '../support/options'

describe('<Transcription>', () => {
  testOptions<TranscriptionOptions>(
    transcription,
    '/0/transcription',
    {
      tsx: (options) => (
        <Record timeOut={60}>
          <Transcription {...options} />
        </Record>
      ),
      ncco: (written) => [{ action: 'record', timeOut: 60, transcription: written }],
    },
    {
      language: {
        writes: [
          ['en-GB', { language: 'en-GB' }],
          ['zh', { language: 'zh' }],
        ],
        warns: [
          ['en', { language: 'en' }, 'unknown-language', '/0/transcription/language'],
          ['', { language: '' }, 'unknown-language', '/0/transcription/language'],
        ],
        refuses: [[1, { language: 1 }, 'wrong-type', '/0/transcription/language']],
      },
      eventUrl: urlInArrayAt('/0/transcription/eventUrl'),
      eventMethod: eventMethodAt('/0/transcription/eventMethod'),
      sentimentAnalysis: flagAt('/0/transcription/sentimentAnalysis'),
    },
  )

  it('writes {} without settings, which switches it on', () => {
    const flow = (
      <Record endOnKey="#">
        <Transcription />
      </Record>
    )
    const ncco = [{ action: 'record', endOnKey: '#', transcription: {} }]
    expect(judge(flow)).toStrictEqual({ ncco, issues: [] })
  })

  it('stands in a conversation too', () => {
    const flow = (
      <Conversation name="standup" record>
        <Transcription />
      </Conversation>
    )
    const ncco = [{ action: 'conversation', name: 'standup', record: true, transcription: {} }]
    expect(judge(flow)).toStrictEqual({ ncco, issues: [] })
  })

  it('stands nowhere by itself', () => {
    const flow = [<Talk key="talk">Hello</Talk>, <Transcription key="transcription" />]
    expect(issuesOf(flow)).toStrictEqual([error('misplaced-element', '/1')])
  })

  it('stands there once', () => {
    const flow = (
      <Record endOnKey="#">
        <Transcription />
        <Transcription />
      </Record>
    )
    expect(issuesOf(flow)).toStrictEqual([error('too-many-children', '/0/transcription')])
  })
})
