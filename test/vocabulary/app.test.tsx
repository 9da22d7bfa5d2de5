import { App, Connect } from 'ncco-jsx'
import { describe } from 'vitest'
import { type AppOptions, app } from '../../src/vocabulary/app'
import { testOptions } from '../support/options'

const at = '/0/endpoint/0'

describe('<App>', () => {
  testOptions<AppOptions>(
    app,
    at,
    {
      tsx: (options) => (
        <Connect>
          <App user="alice" {...options} />
        </Connect>
      ),
      ncco: (written) => [
        { action: 'connect', endpoint: [{ type: 'app', user: 'alice', ...written }] },
      ],
    },
    {
      user: {
        writes: [
          ['bob', { user: 'bob' }],
          ['0', { user: '0' }],
        ],
        refuses: [
          ['', { user: '' }, 'empty-value', `${at}/user`],
          [0, { user: 0 }, 'wrong-type', `${at}/user`],
        ],
        absent: ['missing-option', `${at}/user`],
      },
    },
  )
})
