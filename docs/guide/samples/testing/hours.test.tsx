import { Talk } from 'ncco-jsx'
import { OpeningHours } from 'ncco-jsx/dialog'
import { createVoiceApp } from 'ncco-jsx/serve'
import { createPlatform, dial } from 'ncco-jsx/simulate'
import { expect, it } from 'vitest'

const signature = { secret: process.env.SIGNATURE_SECRET ?? '' }

const app = createVoiceApp({
  answer: () => (
    <OpeningHours
      zone="Europe/London"
      hours={{ mon: '09:00-17:00' }}
      otherwise={<Talk>We are closed.</Talk>}
    >
      <Talk>We are open.</Talk>
    </OpeningHours>
  ),
  secret: process.env.LINK_SECRET ?? '',
  signature,
})

it.each([
  ['2026-06-01T10:00:00Z', 'We are open.'],
  ['2026-06-01T20:00:00Z', 'We are closed.'],
])('says at %s: %s', async (time, words) => {
  const platform = createPlatform({ startsAt: time })
  const call = await dial(app, { platform, signature })
  expect(call.heard).toStrictEqual([words])
})
