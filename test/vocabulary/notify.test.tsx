import { Notify } from 'ncco-jsx'
import { describe } from 'vitest'
import { type NotifyOptions, notify } from '../../src/vocabulary/notify'
import { eventMethodAt, jsonAt, urlInArrayAt } from '../support/cases'
import { testOptions } from '../support/options'

describe('<Notify>', () => {
  testOptions<NotifyOptions>(
    notify,
    '/0',
    {
      tsx: (options) => (
        <Notify payload={{ step: 'menu' }} eventUrl="https://example.com/step" {...options} />
      ),
      ncco: (written) => [
        {
          action: 'notify',
          payload: { step: 'menu' },
          eventUrl: ['https://example.com/step'],
          ...written,
        },
      ],
    },
    {
      payload: { ...jsonAt('/0/payload'), absent: ['missing-option', '/0/payload'] },
      eventUrl: { ...urlInArrayAt('/0/eventUrl'), absent: ['missing-option', '/0/eventUrl'] },
      eventMethod: eventMethodAt('/0/eventMethod'),
    },
  )
})
