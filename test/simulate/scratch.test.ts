import { it } from 'vitest'
import { createVoiceApp } from 'ncco-jsx/serve'
import { dial, callOut, createPlatform } from 'ncco-jsx/simulate'
import { examples } from '../../examples/index'
const secret = 'only for tests, where it is no secret'
const signature = { secret: 'signature' }
const app = (name: string) => createVoiceApp({ ...examples[name]!, secret, signature, log: false } as never)
const o = { signature, eventUrl: '/event' }
it('ivr', async () => {
  const call = await dial(app('ivr-menu'), o)
  console.log(call.heard, call.state)
  await call.press('1')
  const [sales] = call.legs
  await sales!.answer()
  await sales!.hangUp()
  console.log(call.ended, '\n' + call.transcript())
  const b = await dial(app('ivr-menu'), o)
  await b.say('Support')
  await b.legs[0]!.busy()
  console.log(b.ended, '\n' + b.transcript())
  const c = await dial(app('ivr-menu'), o)
  await c.wait(10); await c.wait(10);
  console.log(c.state, '\n' + c.transcript())
  console.log(await c.press('12').catch(e => e.message))
})
it('others', async () => {
  for (const name of ['greeting', 'voicemail', 'call-forwarding', 'voice-bot', 'fragments']) {
    const call = await dial(app(name), o)
    console.log(name, call.state, '\n' + call.transcript())
    for (const leg of call.legs) if (leg.status === 'ringing') { await leg.answer(); await call.say('Hi'); await leg.hangUp() }
    if (name === 'voicemail') { await call.say('It is Ada'); await call.press('#') }
    console.log(call.state, call.ended, call.recordings)
  }
  const platform = createPlatform()
  const a = await dial(app('conference'), { ...o, platform })
  const b = await dial(app('conference'), { ...o, platform, from: '447700900002' })
  const m = await dial(app('conference'), { ...o, platform, from: '447700900030' })
  console.log(a.hears(b), a.hears(m)); await m.say('Hello all'); await m.hangUp()
  console.log(a.transcript(), '\n', b.ended, m.transcript())
  const r = await callOut(app('reminder'), { ...o, to: '447700900009' })
  await r.leg.answer(); await r.press('1'); console.log(r.transcript())
})
