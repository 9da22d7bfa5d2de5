import type { AddressInfo } from 'node:net'
import { createPlatform, dial } from 'ncco-jsx/simulate'
import { expect, it, vi } from 'vitest'
import { startAgent } from './agent'
import { app } from './app'

const signature = { secret: process.env.SIGNATURE_SECRET ?? '' }

/** Half a second of a voice, at 16,000 samples a second. */
const samples = Int16Array.from({ length: 8000 }, (_, index) =>
  Math.round(8000 * Math.sin(index / 10)),
)

it('talks to the agent, and goes on when it leaves', async () => {
  const agent = await startAgent(0)
  const { port } = agent.address() as AddressInfo
  process.env.AGENT_URL = `ws://127.0.0.1:${port}`
  const platform = createPlatform({ pace: 'real' })
  const call = await dial(app, { platform, signature })
  await call.wait()
  await call.speak({ rate: 16_000, samples })
  await call.wait(1)
  expect(call.legs[0]?.audio).toHaveLength(1)
  await call.press('0')
  const gone = 'Our assistant is gone. Please call again.'
  await vi.waitFor(() => expect(call.heard.at(-1)).toBe(gone), 10_000)
  await platform.close()
  agent.close()
})
