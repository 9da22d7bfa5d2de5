import { Talk } from 'ncco-jsx'
import { Ask, once, useOnce } from 'ncco-jsx/dialog'
import { createVoiceApp, onInput } from 'ncco-jsx/serve'
import { dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { secret } from '../support/requests'

describe('once', () => {
  it('does its work in the first turn and gives the result in every turn', async () => {
    const keys: string[] = []
    const Order = async () => {
      const order = await once('order', (key) => {
        keys.push(key)
        return { number: keys.length }
      })
      return <Talk>Order {order.number}.</Talk>
    }
    const call = await dial(
      <>
        <Order />
        <Ask name="a" digits={1} prompt="A?">
          {() => <Order />}
        </Ask>
        <Ask name="b" digits={1} prompt="B?">
          {() => <Order />}
        </Ask>
      </>,
    )
    await call.press('1')
    await call.press('1')
    expect(call.heard).toStrictEqual(['Order 1.', 'A?', 'Order 1.', 'B?', 'Order 1.'])
    expect(keys).toStrictEqual([expect.stringMatching(/^[0-9a-f]{32}$/)])
  })

  it('gives plain JSON in the first turn too, which nobody can change for the others', async () => {
    const results: unknown[] = []
    const Read = async () => {
      const result = await once('read', () => ({ at: null, list: [1, 2], gone: undefined }))
      results.push(structuredClone(result))
      result.list.push(3)
      return <Talk>Read.</Talk>
    }
    const call = await dial([
      <Read />,
      <Read />,
      <Ask name="a" digits={1} prompt="A?">
        {() => <Read />}
      </Ask>,
    ])
    await call.press('1')
    expect(results.length).toBeGreaterThan(3)
    for (const result of results) expect(result).toStrictEqual({ at: null, list: [1, 2] })
  })

  it('gives null for nothing', async () => {
    const Nothing = async () => <Talk>{JSON.stringify(await once('nothing', () => {}))}</Talk>
    const call = await dial([<Ask name="a" digits={1} prompt="A?" />, <Nothing />])
    await call.press('1')
    expect(call.heard.at(-1)).toBe('null')
  })

  it('does the work again if it failed, by the same key', async () => {
    const keys: string[] = []
    const Pay = async () => {
      const paid = await once('pay', (key) => {
        if (keys.push(key) === 1) throw new Error('The bank is closed.')
        return true
      })
      return <Talk>{paid && 'Paid.'}</Talk>
    }
    const app = createVoiceApp({
      answer: () => [<Ask name="a" digits={1} prompt="A?" />, <Pay />],
      secret,
      signature: false,
      development: false,
      onError: () => {},
    })
    const call = await dial(app)
    // 503 makes the platform send the webhook again.
    await call.press('1')
    expect(call.heard).toStrictEqual(['A?', 'Paid.'])
    expect(keys.length).toBe(2)
    expect(new Set(keys).size).toBe(1)
  })

  it('has other keys in another call, at another webhook and for another name', async () => {
    const keys: string[] = []
    const Act = async ({ name }: { name: string }) => {
      await once(name, (key) => keys.push(key))
      return <Talk>Done.</Talk>
    }
    const again = onInput('/again', () => [
      <Act name="a" />,
      <Act name="b" />,
      <Ask name="more" digits={1} prompt="More?" />,
    ])
    const { Dtmf, Input } = await import('ncco-jsx')
    const app = createVoiceApp({
      answer: () => (
        <>
          <Act name="a" />
          <Act name="b" />
          <Input eventUrl={again()}>
            <Dtmf maxDigits={1} />
          </Input>
        </>
      ),
      hooks: [again],
      secret,
      signature: false,
      development: false,
    })
    for (let calls = 0; calls < 2; calls++) {
      const call = await dial(app, { from: `44770090000${calls}` })
      await call.press('1')
      await call.press('2')
    }
    // Both calls have the same ids, because each has a platform of its own.
    expect(keys.length).toBe(8)
    expect(new Set(keys).size).toBe(4)
  })
})

describe('useOnce', () => {
  it('does work after an await', async () => {
    const done: string[] = []
    const Shop = async () => {
      const doOnce = useOnce()
      const cart = await doOnce('cart', () => done.push('cart'))
      const order = await doOnce('order', () => done.push('order'))
      return (
        <Talk>
          {cart} and {order}
        </Talk>
      )
    }
    const call = await dial([
      <Ask name="a" digits={1} prompt="A?" />,
      <Shop />,
      <Ask name="b" digits={1} prompt="B?" />,
    ])
    await call.press('1')
    await call.press('1')
    expect(call.heard).toStrictEqual(['A?', '1 and 2', 'B?'])
    expect(done).toStrictEqual(['cart', 'order'])
  })
})
