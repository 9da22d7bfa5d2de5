import { createServer } from 'node:http'
import { toNodeHandler } from 'ncco-jsx/node'
import { createVoiceApp } from 'ncco-jsx/serve'
import { createClient } from 'redis'
import { flow } from '../ivr-menu/flow'

// Any number of these may run side by side: they share the store of the tokens that were seen.

// Without the queue, a command fails at once while the store is down, and the webhook gets its 503 in time.
const store = createClient({ url: process.env.REDIS_URL ?? '', disableOfflineQueue: true })
// The client reconnects by itself; without a listener the first error would end the process.
store.on('error', (error) => console.error('redis:', error))
await store.connect()

const app = createVoiceApp({
  ...flow,
  basePath: '/voice',
  signature: {
    secret: process.env.SIGNATURE_SECRET ?? '',
    // NX sets the key only if it is missing, so only one of two simultaneous requests is the first; EX expires the key.
    seen: async (jti, seconds) =>
      (await store.set(`vonage-token:${jti}`, '1', { NX: true, EX: seconds })) === null,
  },
  secret: process.env.LINK_SECRET ?? '',
})

createServer(toNodeHandler(app)).listen(process.env.PORT, () => console.log('listening'))
