import { Record, Talk, Transcription } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { type RecordOptions, record } from '../../src/vocabulary/record'
import { eventMethodAt, flagAt, urlInArrayAt } from '../support/cases'
import { error, issuesOf, judge, warning } from '../support/issues'
import { type Frame, testOptions } from '../support/options'

// A talk holds the call after it: without one, a record with no end condition is worth a warning.
const alone: Frame<RecordOptions> = {
  tsx: (options) => (
    <>
      <Record {...options} />
      <Talk>Thank you</Talk>
    </>
  ),
  ncco: (written) => [
    { action: 'record', ...written },
    { action: 'talk', text: 'Thank you' },
  ],
}

const splitUp: Frame<RecordOptions> = {
  tsx: (options) => alone.tsx({ split: 'conversation', ...options }),
  ncco: (written) => alone.ncco({ split: 'conversation', ...written }),
}

describe('<Record>', () => {
  testOptions<RecordOptions>(record, '/0', alone, {
    format: {
      writes: [
        ['mp3', { format: 'mp3' }],
        ['wav', { format: 'wav' }],
        ['ogg', { format: 'ogg' }],
      ],
      refuses: [
        ['mp4', { format: 'mp4' }, 'not-one-of', '/0/format'],
        ['MP3', { format: 'MP3' }, 'not-one-of', '/0/format'],
        ['', { format: '' }, 'not-one-of', '/0/format'],
        [3, { format: 3 }, 'wrong-type', '/0/format'],
      ],
    },
    split: {
      writes: [['conversation', { split: 'conversation' }]],
      refuses: [
        ['channels', { split: 'channels' }, 'not-one-of', '/0/split'],
        [true, { split: true }, 'wrong-type', '/0/split'],
      ],
    },
    channels: {
      in: splitUp,
      writes: [
        [1, { channels: 1 }],
        [2, { channels: 2 }],
        [32, { channels: 32 }],
      ],
      refuses: [
        [0, { channels: 0 }, 'out-of-range', '/0/channels'],
        [33, { channels: 33 }, 'out-of-range', '/0/channels'],
        [1.5, { channels: 1.5 }, 'not-whole', '/0/channels'],
        ['2', { channels: '2' }, 'wrong-type', '/0/channels'],
      ],
    },
    endOnSilence: {
      writes: [
        [3, { endOnSilence: 3 }],
        [10, { endOnSilence: 10 }],
      ],
      refuses: [
        [0, { endOnSilence: 0 }, 'out-of-range', '/0/endOnSilence'],
        [2, { endOnSilence: 2 }, 'out-of-range', '/0/endOnSilence'],
        [11, { endOnSilence: 11 }, 'out-of-range', '/0/endOnSilence'],
        [3.5, { endOnSilence: 3.5 }, 'not-whole', '/0/endOnSilence'],
        ['3', { endOnSilence: '3' }, 'wrong-type', '/0/endOnSilence'],
      ],
    },
    endOnKey: {
      writes: [
        ['0', { endOnKey: '0' }],
        ['1', { endOnKey: '1' }],
        ['2', { endOnKey: '2' }],
        ['3', { endOnKey: '3' }],
        ['4', { endOnKey: '4' }],
        ['5', { endOnKey: '5' }],
        ['6', { endOnKey: '6' }],
        ['7', { endOnKey: '7' }],
        ['8', { endOnKey: '8' }],
        ['9', { endOnKey: '9' }],
        ['*', { endOnKey: '*' }],
        ['#', { endOnKey: '#' }],
      ],
      refuses: [
        ['A', { endOnKey: 'A' }, 'not-one-of', '/0/endOnKey'],
        ['10', { endOnKey: '10' }, 'not-one-of', '/0/endOnKey'],
        ['', { endOnKey: '' }, 'not-one-of', '/0/endOnKey'],
        [0, { endOnKey: 0 }, 'wrong-type', '/0/endOnKey'],
      ],
    },
    timeOut: {
      writes: [
        [3, { timeOut: 3 }],
        [7200, { timeOut: 7200 }],
      ],
      refuses: [
        [2, { timeOut: 2 }, 'out-of-range', '/0/timeOut'],
        [7201, { timeOut: 7201 }, 'out-of-range', '/0/timeOut'],
        [59.9, { timeOut: 59.9 }, 'not-whole', '/0/timeOut'],
        ['60', { timeOut: '60' }, 'wrong-type', '/0/timeOut'],
      ],
    },
    beepStart: flagAt('/0/beepStart'),
    eventUrl: urlInArrayAt('/0/eventUrl'),
    eventMethod: eventMethodAt('/0/eventMethod'),
  })

  it('holds a transcription', () => {
    const flow = (
      <Record endOnKey="#">
        <Transcription language="en-GB" />
      </Record>
    )
    const ncco = [{ action: 'record', endOnKey: '#', transcription: { language: 'en-GB' } }]
    expect(judge(flow)).toStrictEqual({ ncco, issues: [] })
  })

  it('spells the time-out with a capital O', () => {
    // @ts-expect-error: `timeout` is how connect and wait spell it.
    const flow = <Record endOnKey="#" timeout={60} />
    expect(issuesOf(flow)).toStrictEqual([error('unknown-option', '/0/timeout')])
  })
})

describe('the channels of a <Record>', () => {
  it('need it to be split', () => {
    const flow = <Record endOnKey="#" channels={2} />
    expect(issuesOf(flow)).toStrictEqual([error('channels-without-split', '/0/channels')])
  })

  it('are fine when it is', () => {
    const flow = <Record endOnKey="#" split="conversation" channels={2} />
    expect(issuesOf(flow)).toStrictEqual([])
  })

  it.each(['mp3', 'ogg'] as const)('do not go with %s when there are more than 2', (format) => {
    const flow = <Record endOnKey="#" split="conversation" channels={3} format={format} />
    const ncco = [{ action: 'record', endOnKey: '#', split: 'conversation', channels: 3, format }]
    const issues = [warning('format-for-channels', '/0/format')]
    expect(judge(flow)).toStrictEqual({ ncco, issues })
  })

  it.each([
    ['mp3', 2],
    ['ogg', 2],
    ['wav', 3],
    [undefined, 3],
  ] as const)('go with %s when there are %d', (format, channels) => {
    const flow = <Record endOnKey="#" split="conversation" channels={channels} format={format} />
    expect(issuesOf(flow)).toStrictEqual([])
  })
})

describe('a <Record> at the end of a flow', () => {
  it('holds nothing without an end condition', () => {
    const issues = [warning('record-without-end', '/0')]
    expect(judge(<Record />)).toStrictEqual({ ncco: [{ action: 'record' }], issues })
  })

  it.each([
    <Record key="silence" endOnSilence={3} />,
    <Record key="key" endOnKey="0" />,
    <Record key="time" timeOut={3} />,
  ])('holds the call with $props', (flow) => {
    expect(issuesOf(flow)).toStrictEqual([])
  })
})
