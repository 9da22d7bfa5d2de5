import { Vonage } from '@vonage/server-sdk'
import app, { office, reminder } from './app'

// npm run remind -- 447700900002 Monday
const [customer, day] = process.argv.slice(2)
if (!customer || !day) {
  console.error('Name the number and the day: npm run remind -- 447700900002 Monday')
  process.exit(2)
}
for (const name of ['BASE_URL', 'VONAGE_APPLICATION_ID', 'VONAGE_PRIVATE_KEY']) {
  if (process.env[name]) continue
  console.error(`${name} is not set. Set it in .env; .env.example says what it is.`)
  process.exit(2)
}

const vonage = new Vonage(
  {
    applicationId: process.env.VONAGE_APPLICATION_ID ?? '',
    privateKey: process.env.VONAGE_PRIVATE_KEY ?? '',
  },
  // The simulator, in tests.
  { apiHost: process.env.VONAGE_API_HOST ?? 'https://api.nexmo.com' },
)

try {
  const { uuid } = await vonage.voice.createOutboundCall({
    to: [{ type: 'phone', number: customer }],
    from: { type: 'phone', number: office },
    answerUrl: [await app.link(reminder({ day }))],
    ringingTimer: 30,
  })
  console.log(`Vonage calls. The id of the leg is ${uuid}.`)
} catch (error) {
  // The client has not read why.
  const { response } = error as { response?: Response }
  console.error(response ? `Vonage refuses: ${response.status} ${await response.text()}` : error)
  process.exit(1)
}
