import { Dtmf, Input } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { type DtmfOptions, dtmf } from '../../src/vocabulary/dtmf'
import { flagAt } from '../support/cases'
import { error, issuesOf, judge } from '../support/issues'
import { type Frame, testOptions } from '../support/options'

const keyed: Frame<DtmfOptions> = {
  tsx: (options) => (
    <Input>
      <Dtmf {...options} />
    </Input>
  ),
  ncco: (written) => [
    {
      action: 'input',
      type: ['dtmf'],
      ...(Object.keys(written).length > 0 && { dtmf: written }),
    },
  ],
}

describe('<Dtmf>', () => {
  testOptions<DtmfOptions>(dtmf, '/0/dtmf', keyed, {
    timeOut: {
      writes: [
        [0, { timeOut: 0 }],
        [10, { timeOut: 10 }],
      ],
      refuses: [
        [-1, { timeOut: -1 }, 'out-of-range', '/0/dtmf/timeOut'],
        [11, { timeOut: 11 }, 'out-of-range', '/0/dtmf/timeOut'],
        [2.5, { timeOut: 2.5 }, 'not-whole', '/0/dtmf/timeOut'],
        ['5', { timeOut: '5' }, 'wrong-type', '/0/dtmf/timeOut'],
      ],
    },
    maxDigits: {
      writes: [
        [1, { maxDigits: 1 }],
        [20, { maxDigits: 20 }],
      ],
      refuses: [
        [0, { maxDigits: 0 }, 'out-of-range', '/0/dtmf/maxDigits'],
        [21, { maxDigits: 21 }, 'out-of-range', '/0/dtmf/maxDigits'],
        [1.5, { maxDigits: 1.5 }, 'not-whole', '/0/dtmf/maxDigits'],
        ['4', { maxDigits: '4' }, 'wrong-type', '/0/dtmf/maxDigits'],
      ],
    },
    submitOnHash: flagAt('/0/dtmf/submitOnHash'),
  })

  it('writes only the type without settings', () => {
    expect(judge(keyed.tsx({}))).toStrictEqual({
      ncco: [{ action: 'input', type: ['dtmf'] }],
      issues: [],
    })
  })

  it('stands nowhere by itself', () => {
    expect(issuesOf(<Dtmf />)).toStrictEqual([error('misplaced-element', '/0')])
  })

  it('stands in an input once', () => {
    const flow = (
      <Input>
        <Dtmf />
        <Dtmf maxDigits={1} />
      </Input>
    )
    expect(issuesOf(flow)).toStrictEqual([error('too-many-children', '/0/dtmf')])
  })
})
