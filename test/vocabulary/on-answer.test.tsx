import { App, Connect, OnAnswer, Phone } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { type OnAnswerOptions, onAnswer } from '../../src/vocabulary/on-answer'
import { urlAt } from '../support/cases'
import { error, issuesIn, issuesOf, warning } from '../support/issues'
import { type Frame, testOptions } from '../support/options'

const at = '/0/endpoint/0/onAnswer'
const url = 'https://example.com/whisper'

const whispered: Frame<OnAnswerOptions> = {
  tsx: (options) => (
    <Connect from="447700900000">
      <Phone number="447700900001">
        <OnAnswer url={url} {...options} />
      </Phone>
    </Connect>
  ),
  ncco: (written) => [
    {
      action: 'connect',
      from: '447700900000',
      endpoint: [{ type: 'phone', number: '447700900001', onAnswer: { url, ...written } }],
    },
  ],
}

describe('<OnAnswer>', () => {
  testOptions<OnAnswerOptions>(onAnswer, at, whispered, {
    url: { ...urlAt(`${at}/url`), absent: ['missing-option', `${at}/url`] },
    ringbackTone: urlAt(`${at}/ringbackTone`),
  })

  it('warns of ringback, the old spelling of ringbackTone', () => {
    const issues = [warning('legacy-option', `${at}/ringback`)]
    const ncco = whispered.ncco({ ringback: 'https://example.com/ring.mp3' })
    expect(issuesIn(ncco)).toStrictEqual(issues)
    const flow = (
      <Connect from="447700900000">
        <Phone number="447700900001">
          {/* @ts-expect-error: the types only know the new spelling. */}
          <OnAnswer url={url} ringback="https://example.com/ring.mp3" />
        </Phone>
      </Connect>
    )
    expect(issuesOf(flow)).toStrictEqual(issues)
  })

  it('is only for phones', () => {
    const flow = (
      <Connect>
        {/* @ts-expect-error: an app endpoint holds no elements. */}
        <App user="alice">
          <OnAnswer url={url} />
        </App>
      </Connect>
    )
    expect(issuesOf(flow)).toStrictEqual([error('misplaced-element', '/0/endpoint/0')])
    const endpoint = [{ type: 'app', user: 'alice', onAnswer: { url } }]
    expect(issuesIn([{ action: 'connect', endpoint }])).toStrictEqual([
      error('unknown-option', '/0/endpoint/0/onAnswer'),
    ])
  })

  it('is one object, not an array', () => {
    const endpoint = [{ type: 'phone', number: '447700900001', onAnswer: [{ url }] }]
    expect(issuesIn([{ action: 'connect', from: '447700900000', endpoint }])).toStrictEqual([
      error('wrong-type', at),
    ])
  })
})
