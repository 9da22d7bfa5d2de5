import { dial } from 'ncco-jsx/simulate'
import { expect, it } from 'vitest'
import { app as after } from './after-json'
import { answer } from './before-json'

const signature = { secret: process.env.SIGNATURE_SECRET ?? '' }

const before = async (request: Request) =>
  Response.json(answer(new URL(request.url)))

it('says what it said before', async () => {
  const from = '447700900001'
  const old = await dial(before, { from, signature })
  const now = await dial(after, { from, signature })
  expect(now.heard).toStrictEqual(old.heard)
})
