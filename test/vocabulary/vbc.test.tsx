import { Connect, Vbc } from 'ncco-jsx'
import { describe } from 'vitest'
import { type VbcOptions, vbc } from '../../src/vocabulary/vbc'
import { testOptions } from '../support/options'

const at = '/0/endpoint/0'

describe('<Vbc>', () => {
  testOptions<VbcOptions>(
    vbc,
    at,
    {
      tsx: (options) => (
        <Connect>
          <Vbc extension="111" {...options} />
        </Connect>
      ),
      ncco: (written) => [
        { action: 'connect', endpoint: [{ type: 'vbc', extension: '111', ...written }] },
      ],
    },
    {
      extension: {
        writes: [
          ['222', { extension: '222' }],
          ['0', { extension: '0' }],
        ],
        refuses: [
          ['', { extension: '' }, 'empty-value', `${at}/extension`],
          [111, { extension: 111 }, 'wrong-type', `${at}/extension`],
        ],
        absent: ['missing-option', `${at}/extension`],
      },
    },
  )
})
