import { Wait } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { type WaitOptions, wait } from '../../src/vocabulary/wait'
import { error, issuesOf } from '../support/issues'
import { testOptions } from '../support/options'

describe('<Wait>', () => {
  testOptions<WaitOptions>(
    wait,
    '/0',
    {
      tsx: (options) => <Wait {...options} />,
      ncco: (written) => [{ action: 'wait', ...written }],
    },
    {
      timeout: {
        writes: [
          [0.1, { timeout: 0.1 }],
          [2.5, { timeout: 2.5 }],
          [7200, { timeout: 7200 }],
        ],
        warns: [
          [0, { timeout: 0 }, 'clamped', '/0/timeout'],
          [0.09, { timeout: 0.09 }, 'clamped', '/0/timeout'],
          [7200.1, { timeout: 7200.1 }, 'clamped', '/0/timeout'],
        ],
        refuses: [
          ['10', { timeout: '10' }, 'wrong-type', '/0/timeout'],
          [null, { timeout: null }, 'wrong-type', '/0/timeout'],
        ],
      },
    },
  )

  it.each([Number.NaN, Number.POSITIVE_INFINITY])(
    'refuses %d, which JSON cannot hold',
    (timeout) => {
      expect(issuesOf(<Wait timeout={timeout} />)).toStrictEqual([
        error('wrong-type', '/0/timeout'),
      ])
    },
  )
})
