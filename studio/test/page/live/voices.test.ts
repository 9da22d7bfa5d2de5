import { type Call, dial } from 'ncco-jsx/simulate'
import { describe, expect, it, onTestFinished } from 'vitest'
import { strengthOf, tone } from '../../../../test/simulate/media/tone'
import { eventually } from '../../../../test/support/eventually'
import { Voices } from '../../../page/live/voices'

const rate = 16_000
const bot = {
  action: 'connect',
  endpoint: [
    { type: 'websocket', uri: 'wss://bot.example.com/', 'content-type': 'audio/l16;rate=8000' },
  ],
}

/** A caller and a bot that the reader answers for. */
async function callBot(): Promise<Call> {
  const call = await dial([bot], { pace: 'manual' })
  await call.legs[0]?.answer()
  return call
}

/** The voices of a call, which may be another one later. */
function voicesOf(first: Call) {
  const current = { call: first }
  const voices = new Voices((uuid) =>
    [current.call.leg, ...current.call.legs].find((leg) => leg.uuid === uuid),
  )
  onTestFinished(() => voices.keep(new Map()))
  return { voices, current }
}

/** Lets a leg say a pitch as a microphone does, and returns what was heard of it meanwhile. */
async function speak(voices: Voices, uuid: string, hertz: number): Promise<void> {
  const said = tone(hertz, rate, 0.2)
  for (let place = 0; place < said.length; place += 320) {
    voices.speak(uuid, said.subarray(place, place + 320), rate)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

describe('the voices of a call', () => {
  it('reach whom the call lets hear them, and nobody else', async () => {
    const call = await callBot()
    const [leg] = call.legs
    const { voices } = voicesOf(call)
    const uuids = [call.leg.uuid, leg?.uuid ?? '']
    const heard: Int16Array[][] = [[], []]
    voices.keep(
      new Map(uuids.map((uuid, index) => [uuid, (samples) => heard[index]?.push(samples)])),
    )
    await speak(voices, leg?.uuid ?? '', 440)
    await eventually(() => expect(heard[0]?.length).toBeGreaterThan(5))
    expect(strengthOf(440, heard[0]?.[4] ?? new Int16Array(1), 8000)).toBeGreaterThan(5000)
    expect(heard[1]).toStrictEqual([])
    voices.keep(new Map())
    const { length } = heard[0] ?? []
    await speak(voices, leg?.uuid ?? '', 440)
    expect(heard[0]).toHaveLength(length)
  })

  it('go on with the legs of a call that is played again', async () => {
    const [first, again] = [await callBot(), await callBot()]
    const { voices, current } = voicesOf(first)
    const uuid = first.legs[0]?.uuid ?? ''
    expect(again.legs[0]?.uuid).toBe(uuid)
    const ears = new Map([[uuid, () => {}]])
    voices.keep(ears)
    await speak(voices, uuid, 440)
    current.call = again
    voices.keep(ears)
    await speak(voices, uuid, 440)
    await eventually(() => expect(again.legs[0]?.audio).toHaveLength(1))
    expect(first.legs[0]?.audio).toHaveLength(1)
    expect(first.heard).toStrictEqual([expect.stringMatching(/^\(0\.\d\d s of audio\)$/)])
  })

  it('wait until their leg is answered, and end with it', async () => {
    const call = await dial([bot], { pace: 'manual' })
    const { voices } = voicesOf(call)
    const uuid = call.legs[0]?.uuid ?? ''
    voices.keep(new Map([[uuid, () => {}]]))
    await speak(voices, uuid, 440)
    expect(call.legs[0]?.audio).toStrictEqual([])
    await call.legs[0]?.answer()
    await speak(voices, uuid, 440)
    await eventually(() => expect(call.legs[0]?.audio).toHaveLength(1))
    await call.legs[0]?.hangUp()
    await speak(voices, uuid, 440)
    expect(call.legs[0]?.audio).toHaveLength(1)
  })

  it('of a rate that no microphone of a call has are silent', async () => {
    const call = await callBot()
    const { voices } = voicesOf(call)
    const uuid = call.legs[0]?.uuid ?? ''
    voices.keep(new Map([[uuid, () => {}]]))
    voices.speak(uuid, new Int16Array(1920), 96_000)
    expect(call.legs[0]?.audio).toStrictEqual([])
  })
})
