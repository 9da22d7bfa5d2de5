import { Dtmf, Input, Stream, Talk } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { type StreamOptions, stream } from '../../src/vocabulary/stream'
import { flagAt, urlInArrayAt } from '../support/cases'
import { error, issuesOf, warning } from '../support/issues'
import { type Frame, testOptions } from '../support/options'

const streamUrl = 'https://example.com/a.mp3'

const alone: Frame<StreamOptions> = {
  tsx: (options) => <Stream streamUrl={streamUrl} {...options} />,
  ncco: (written) => [{ action: 'stream', streamUrl: [streamUrl], ...written }],
}

const beforeInput: Frame<StreamOptions> = {
  tsx: (options) => (
    <>
      {alone.tsx(options)}
      <Input>
        <Dtmf />
      </Input>
    </>
  ),
  ncco: (written) => [...alone.ncco(written), { action: 'input', type: ['dtmf'] }],
}

describe('<Stream>', () => {
  testOptions<StreamOptions>(stream, '/0', alone, {
    streamUrl: { ...urlInArrayAt('/0/streamUrl'), absent: ['missing-option', '/0/streamUrl'] },
    level: {
      writes: [
        [0, { level: 0 }],
        [-1, { level: -1 }],
        [1, { level: 1 }],
        [0.3, { level: 0.3 }],
        [-0.7, { level: -0.7 }],
      ],
      warns: [
        [0.25, { level: 0.25 }, 'too-precise', '/0/level'],
        [-0.99, { level: -0.99 }, 'too-precise', '/0/level'],
      ],
      refuses: [
        [-1.1, { level: -1.1 }, 'out-of-range', '/0/level'],
        [1.1, { level: 1.1 }, 'out-of-range', '/0/level'],
        ['0', { level: '0' }, 'wrong-type', '/0/level'],
      ],
    },
    bargeIn: { in: beforeInput, ...flagAt('/0/bargeIn') },
    loop: {
      writes: [
        [0, { loop: 0 }],
        [1, { loop: 1 }],
        [1000, { loop: 1000 }],
      ],
      refuses: [
        [-1, { loop: -1 }, 'out-of-range', '/0/loop'],
        [1.5, { loop: 1.5 }, 'not-whole', '/0/loop'],
        ['2', { loop: '2' }, 'wrong-type', '/0/loop'],
      ],
    },
  })
})

describe('bargeIn on a <Stream>', () => {
  it('needs an input after it', () => {
    const flow = [alone.tsx({ bargeIn: true }), <Talk key="talk">Hello</Talk>]
    expect(issuesOf(flow)).toStrictEqual([error('barge-in-without-input', '/0/bargeIn')])
  })

  it('lets other prompts stand between', () => {
    const flow = [
      alone.tsx({ bargeIn: true }),
      <Talk key="talk">Hello</Talk>,
      <Input key="input">
        <Dtmf />
      </Input>,
    ]
    expect(issuesOf(flow)).toStrictEqual([])
  })

  it('stays on until the input', () => {
    const flow = [alone.tsx({ bargeIn: true }), beforeInput.tsx({ bargeIn: false })]
    expect(issuesOf(flow)).toStrictEqual([warning('barge-in-sticks', '/1/bargeIn')])
  })
})

describe('loop={0} on a <Stream>', () => {
  it('keeps what follows from running', () => {
    expect(issuesOf(beforeInput.tsx({ loop: 0 }))).toStrictEqual([
      warning('endless-loop', '/0/loop'),
    ])
  })

  it('is ended by a caller who may barge in', () => {
    expect(issuesOf(beforeInput.tsx({ loop: 0, bargeIn: true }))).toStrictEqual([])
  })
})
