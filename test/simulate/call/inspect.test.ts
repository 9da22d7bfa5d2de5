import { inspect } from 'node:util'
import { dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { connect, talk } from '../../support/answering'

describe('console.log', () => {
  it('of a leg tells who it is, what became of it, and what it heard', async () => {
    const call = await dial([talk('Please hold.'), connect()])
    const [leg] = call.legs
    expect(inspect(leg)).toBe(
      'Leg 447700900002 (phone), ringing, 00000000-0000-4000-8000-000000000003',
    )
    await leg?.answer()
    await call.say('Hello.')
    await call.press('12')
    await leg?.hangUp()
    expect(
      inspect(leg),
    ).toBe(`Leg 447700900002 (phone), completed, 00000000-0000-4000-8000-000000000003
  heard “Hello.”
  received 2 keys`)
    expect(inspect(call.leg)).toBe(`Leg 447700900001 (phone), completed, ${call.leg.uuid}
  heard “Please hold.”`)
  })

  it('of several legs keeps them apart, also inside of something else', async () => {
    const call = await dial([connect(), connect({}, { number: '447700900003' })])
    await call.legs[0]?.busy()
    expect(inspect({ legs: call.legs })).toBe(`{
  legs: [
    Leg 447700900002 (phone), busy, ${call.legs[0]?.uuid},
    Leg 447700900003 (phone), ringing, ${call.legs[1]?.uuid}
  ]
}`)
  })

  it('of a leg shows neither the headers of its endpoint nor the messages that hold them', async () => {
    const secrets = {
      headers: { account: 'private-7' },
      authorization: { type: 'custom', value: 'private-8' },
    }
    const uri = 'wss://bot.example.com/'
    const call = await dial([
      {
        action: 'connect',
        endpoint: [{ type: 'websocket', uri, 'content-type': 'audio/l16;rate=16000', ...secrets }],
      },
    ])
    await call.legs[0]?.answer()
    expect(call.legs[0]?.received).toHaveLength(1)
    expect(inspect(call.legs[0])).toBe(`Leg ${uri} (websocket), answered, ${call.legs[0]?.uuid}
  received 1 message`)
    expect(inspect(call.legs[0], { depth: 9, showHidden: true })).not.toContain('private')
    expect(inspect(call)).not.toContain('private')
  })

  it('is all that a leg has beside its properties', async () => {
    const call = await dial([connect()])
    const [leg] = call.legs
    expect(Object.keys(leg ?? {})).not.toContain('inspect')
    expect(Reflect.ownKeys(leg ?? {}).filter((key) => typeof key === 'symbol')).toStrictEqual([
      Symbol.for('nodejs.util.inspect.custom'),
    ])
  })
})
