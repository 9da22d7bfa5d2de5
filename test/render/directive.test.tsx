import { createContext, type NccoNode, Talk, useContext } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { directive, type Walk } from '../../src/render/directive'
import { renderAsync, renderInOrder } from '../../src/render/render'
import { rejected } from '../support/errors'

/** Does with the walk what its prop says. */
const Steer = directive<{ by: (walk: Walk) => void | Promise<void> }>('Steer', ({ by }, walk) => {
  if (!walk) throw new Error('There is nothing to steer.')
  return by(walk)
})

const texts = async (node: NccoNode) => (await renderInOrder(node)).map(({ text }) => text)

describe('a directive', () => {
  it('puts nodes where it stands, before all that follows', async () => {
    const found = await texts(
      <>
        <Talk>1</Talk>
        <Steer
          by={(walk) => {
            walk.put(<Talk>3</Talk>)
            walk.put(<Talk>2</Talk>)
          }}
        />
        <Talk>4</Talk>
      </>,
    )
    expect(found).toStrictEqual(['1', '2', '3', '4'])
  })

  it('drops what was written so far', async () => {
    const drop = (walk: Walk) => {
      walk.written.length = 0
    }
    const found = await texts([<Talk>1</Talk>, <Steer by={drop} />, <Talk>2</Talk>])
    expect(found).toStrictEqual(['2'])
  })

  it('ends the walk: nothing that follows runs', async () => {
    const ran: number[] = []
    const Ran = ({ id }: { id: number }) => {
      ran.push(id)
      return <Talk>{id}</Talk>
    }
    const found = await texts(
      <>
        <>
          <Ran id={1} />
          <Steer by={(walk) => walk.stop()} />
          <Ran id={2} />
        </>
        <Ran id={3} />
      </>,
    )
    expect(found).toStrictEqual(['1'])
    expect(ran).toStrictEqual([1])
  })

  it('begins the walk again', async () => {
    let isAgain = false
    const restart = (walk: Walk) => {
      if (!isAgain) walk.restart()
      isAgain = true
    }
    const found = await texts([<Talk>1</Talk>, <Steer by={restart} />, <Talk>2</Talk>])
    expect(found).toStrictEqual(['1', '2'])
  })

  it('is waited for', async () => {
    const later = async (walk: Walk) => {
      await Promise.resolve()
      walk.put(<Talk>2</Talk>)
    }
    const found = await texts([<Talk>1</Talk>, <Steer by={later} />, <Talk>3</Talk>])
    expect(found).toStrictEqual(['1', '2', '3'])
  })

  it('runs callbacks with the context around', async () => {
    const Tone = createContext('dull')
    const tones: string[] = []
    const by = (walk: Walk) => {
      tones.push(walk.run(() => useContext(Tone)))
    }
    await texts(
      <Tone.Provider value="bright">
        <Steer by={by} />
        <Talk>1</Talk>
      </Tone.Provider>,
    )
    expect(tones).toStrictEqual(['bright'])
  })

  it('has its place in what it and its callbacks throw', async () => {
    const fails = (walk: Walk) => {
      walk.run(() => {
        throw new Error('no')
      })
    }
    const Flow = () => <Steer by={fails} />
    const error = await rejected(renderInOrder(<Flow />))
    expect(error).toMatchObject({
      code: 'component-threw',
      issues: [{ components: ['Steer', 'Flow'] }],
    })
  })

  it('is refused inside an element', async () => {
    const error = await rejected(
      renderInOrder(
        <Talk>
          <Steer by={() => {}} />
        </Talk>,
      ),
    )
    expect(error).toMatchObject({
      code: 'misplaced-element',
      issues: [{ message: '<Steer> cannot stand inside <Talk>.', components: ['Steer'] }],
    })
  })

  it('has nothing to steer where components run side by side', async () => {
    const error = await rejected(renderAsync(<Steer by={() => {}} />))
    expect(error).toMatchObject({ code: 'component-threw', issues: [{ components: ['Steer'] }] })
  })
})

describe('a walk in document order', () => {
  it('waits for a promise before what follows it runs', async () => {
    const ran: string[] = []
    const Slow = async () => {
      ran.push('slow begins')
      await Promise.resolve()
      ran.push('slow ends')
      return <Talk>slow</Talk>
    }
    const Next = () => {
      ran.push('next')
      return <Talk>next</Talk>
    }
    expect(await texts([<Slow />, <Next />])).toStrictEqual(['slow', 'next'])
    expect(ran).toStrictEqual(['slow begins', 'slow ends', 'next'])
  })

  it('renders what renderAsync renders', async () => {
    const Later = async ({ children }: { children: NccoNode }) => children
    const flow = (
      <>
        <Later>
          <Talk>
            A <Later>b</Later> <break time="1s" />
          </Talk>
        </Later>
        <Talk>c</Talk>
      </>
    )
    expect(await renderInOrder(flow)).toStrictEqual(await renderAsync(flow))
  })

  it('marks promises further on as handled', async () => {
    const failing = Promise.reject(new Error('further on'))
    const stop = async (walk: Walk) => {
      await Promise.resolve()
      walk.stop()
    }
    const node = [<Talk>1</Talk>, <Steer by={stop} />, failing] as unknown as NccoNode
    expect(await texts(node)).toStrictEqual(['1'])
  })
})
