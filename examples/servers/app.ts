import { createVoiceApp } from 'ncco-jsx/serve'
import { flow } from '../ivr-menu/flow'

/** The app that each of these servers serves: an answer URL at `/voice/answer`, an event URL at `/voice/event`. */
export const app = createVoiceApp({
  ...flow,
  basePath: '/voice',
  // From the dashboard of the account.
  signature: { secret: process.env.SIGNATURE_SECRET ?? '' },
  // Your own: node -e "console.log(crypto.randomBytes(32).toString('base64url'))"
  secret: process.env.LINK_SECRET ?? '',
})
