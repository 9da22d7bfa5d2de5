import { type NccoNode, render, renderAsync, Talk } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { caught, places, rejected } from '../support/errors'
import { watchUnhandled } from '../support/unhandled'

const texts = (...spoken: string[]) => spoken.map((text) => ({ action: 'talk', text }))

describe('renderAsync', () => {
  it('awaits components side by side and keeps their order', async () => {
    const order: string[] = []
    let release = () => {}
    const second = new Promise<void>((resolve) => {
      release = resolve
    })
    const First = async () => {
      order.push('first starts')
      await second
      order.push('first ends')
      return <Talk>first</Talk>
    }
    const Second = async () => {
      order.push('second runs')
      release()
      return <Talk>second</Talk>
    }
    expect(
      await renderAsync(
        <>
          <First />
          <Second />
          <Talk>third</Talk>
        </>,
      ),
    ).toStrictEqual(texts('first', 'second', 'third'))
    expect(order).toStrictEqual(['first starts', 'second runs', 'first ends'])
  })

  it('awaits components that async components return, and promises anywhere', async () => {
    const Inner = async () => <Talk>{Promise.resolve('inner') as never}</Talk>
    const Outer = async () => [<Inner key="inner" />]
    expect(await renderAsync(Promise.resolve(<Outer />))).toStrictEqual(texts('inner'))
  })

  it('renders what has no promise too', async () => {
    expect(await renderAsync(<Talk>Hello</Talk>)).toStrictEqual(texts('Hello'))
  })

  it('rejects with the error of the component as the cause', async () => {
    const cause = new Error('no database')
    const Broken = async (): Promise<NccoNode> => {
      throw cause
    }
    const error = await rejected(renderAsync(<Broken />))
    expect(error.cause).toBe(cause)
    expect(error.issues[0]).toMatchObject({ code: 'component-threw', components: ['Broken'] })
  })

  it('rejects with every issue in document order, however late it is known', async () => {
    const Late = async () => {
      await new Promise((resolve) => setImmediate(resolve))
      return <Talk loop={-1}>late</Talk>
    }
    const error = await rejected(
      renderAsync(
        <>
          <Late />
          <Talk level={7}>early</Talk>
        </>,
      ),
    )
    expect(places(error)).toStrictEqual(['out-of-range /0/loop', 'out-of-range /1/level'])
    expect(error.issues[0]?.components).toStrictEqual(['Late'])
  })

  it('finds an endless recursion of async components', async () => {
    const Loop = async (): Promise<NccoNode> => <Loop />
    const error = await rejected(renderAsync(<Loop />))
    expect(error.code).toBe('endless-recursion')
    expect(error.message).toContain('<Loop>')
  })
})

describe('render, given a promise', () => {
  it('says to use renderAsync, with the component that gave it', () => {
    const Async = async () => <Talk>Hello</Talk>
    const Flow = () => <Async />
    const [issue] = caught(() => render(<Flow />)).issues
    expect(issue).toMatchObject({ code: 'promise-in-render', components: ['Async', 'Flow'] })
    expect(issue?.remedy).toContain('renderAsync')
  })
})

describe('failures that nobody waits for', () => {
  const unhandled = watchUnhandled()
  const Fails = async (): Promise<NccoNode> => {
    await new Promise((resolve) => setImmediate(resolve))
    throw new Error('late')
  }

  it('stay quiet when render is given a promise', async () => {
    expect(caught(() => render(<Fails />)).code).toBe('promise-in-render')
    expect(await unhandled()).toStrictEqual([])
  })

  it('stay quiet when another component has failed before', async () => {
    const FailsNow = (): NccoNode => {
      throw new Error('now')
    }
    const error = await rejected(
      renderAsync(
        <>
          <Fails />
          <Fails />
          <FailsNow />
        </>,
      ),
    )
    expect(error.issues[0]?.components).toStrictEqual(['FailsNow'])
    expect(await unhandled()).toStrictEqual([])
  })
})
