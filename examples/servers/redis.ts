import { createServer } from 'node:http'
import { toNodeHandler } from 'ncco-jsx/node'
import { createVoiceApp } from 'ncco-jsx/serve'
import { createClient } from 'redis'
import { flow } from '../ivr-menu/flow'

// Any number of these may run side by side: the tokens that were seen are in a store that they share.

// Without the queue a command fails at once while the store is away, and the webhook gets its 503 in time.
const store = createClient({ url: process.env.REDIS_URL ?? '', disableOfflineQueue: true })
// It connects again by itself; without a listener the first error would end the process.
store.on('error', (error) => console.error('redis:', error))
await store.connect()

const app = createVoiceApp({
  ...flow,
  basePath: '/voice',
  signature: {
    secret: process.env.SIGNATURE_SECRET ?? '',
    // NX sets it only if it is not there, so of two requests at once one is the first; EX forgets it in time.
    seen: async (jti, seconds) =>
      (await store.set(`vonage-token:${jti}`, '1', { NX: true, EX: seconds })) === null,
  },
  secret: process.env.LINK_SECRET ?? '',
})

createServer(toNodeHandler(app)).listen(process.env.PORT, () => console.log('listening'))
