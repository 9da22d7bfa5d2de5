import { check, render } from 'ncco-jsx'
import { dial } from 'ncco-jsx/simulate'
import { expect, it } from 'vitest'
import { app, Sales, Support } from './flows'

const signature = { secret: process.env.SIGNATURE_SECRET ?? '' }

/** What stood in sales.json; in your project, read the file. */
const sales = [
  { action: 'talk', text: 'I will connect you to sales.' },
  {
    action: 'connect',
    from: '447700900010',
    endpoint: [{ type: 'phone', number: '447700900002' }],
  },
]

it('renders what stood in the file', () => {
  expect(render(<Sales from="447700900010" />)).toStrictEqual(sales)
})

it('has no mistake left', () => {
  expect(check(render(<Support />))).toStrictEqual([])
})

it('goes on at the old server', async () => {
  const both = async (request: Request) => {
    const { host } = new URL(request.url)
    if (host !== 'old.example.com') return app.fetch(request)
    return Response.json([{ action: 'talk', text: 'An engineer.' }])
  }
  const call = await dial(both, { signature })
  await call.press('1')
  expect(call.heard.at(-1)).toBe('An engineer.')
})
