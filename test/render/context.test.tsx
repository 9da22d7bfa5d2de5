import { createContext, type NccoNode, render, renderAsync, Talk, useContext } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { caught, rejected } from '../support/errors'

const Name = createContext('nobody')
const Say = () => <Talk>{useContext(Name)}</Talk>
const say = (...names: string[]) => names.map((text) => ({ action: 'talk', text }))

describe('context', () => {
  it('has its default where no Provider stands around', () => {
    expect(render(<Say />)).toStrictEqual(say('nobody'))
  })

  it('has the value of the nearest Provider, and the outer one again after it', () => {
    expect(
      render(
        <Name.Provider value="outer">
          <Say />
          <Name.Provider value="inner">
            <Say />
          </Name.Provider>
          <Say />
        </Name.Provider>,
      ),
    ).toStrictEqual(say('outer', 'inner', 'outer'))
  })

  it('keeps contexts apart', () => {
    const Other = createContext(0)
    const Both = () => (
      <Talk>
        {useContext(Name)} {useContext(Other)}
      </Talk>
    )
    expect(
      render(
        <Other.Provider value={7}>
          <Name.Provider value="Ada">
            <Both />
          </Name.Provider>
        </Other.Provider>,
      ),
    ).toStrictEqual(say('Ada 7'))
  })

  it('reaches through components and elements of the vocabulary', () => {
    const Spoken = () => <>{useContext(Name)}</>
    const Wrapper = ({ children }: { children: NccoNode }) => <Talk>{children}</Talk>
    expect(
      render(
        <Name.Provider value="deep">
          <Wrapper>
            <Spoken />
          </Wrapper>
        </Name.Provider>,
      ),
    ).toStrictEqual(say('deep'))
  })

  it('is not mixed up by a flow rendered inside a component', () => {
    const Nested = () => {
      const inner = render(
        <Name.Provider value="inner">
          <Say />
        </Name.Provider>,
      )
      return <Talk>{`${inner.length} ${useContext(Name)}`}</Talk>
    }
    expect(
      render(
        <Name.Provider value="outer">
          <Nested />
        </Name.Provider>,
      ),
    ).toStrictEqual(say('1 outer'))
  })

  it('does not leak between flows that are rendered at the same time', async () => {
    const Async = async () => {
      const name = useContext(Name)
      await new Promise((resolve) => setTimeout(resolve, name === '0' ? 10 : 0))
      return <Say />
    }
    const flows = Array.from({ length: 20 }, (_, index) =>
      renderAsync(
        <Name.Provider value={String(index)}>
          <Async />
        </Name.Provider>,
      ),
    )
    expect(await Promise.all(flows)).toStrictEqual(flows.map((_, index) => say(String(index))))
  })
})

describe('useContext', () => {
  it('outside of a component says where to call it', () => {
    expect(caught(() => useContext(Name)).code).toBe('context-outside-component')
  })

  it('after an await names the component and says what to do', async () => {
    const Late = async () => {
      await undefined
      return <Talk>{useContext(Name)}</Talk>
    }
    const error = await rejected(renderAsync(<Late />))
    expect(error.issues[0]).toMatchObject({
      code: 'context-outside-component',
      components: ['Late'],
    })
    expect(error.message).toContain('before the first await')
  })

  it('after a component that threw is outside again', () => {
    const Broken = (): NccoNode => {
      throw new Error('x')
    }
    caught(() => render(<Broken />))
    expect(caught(() => useContext(Name)).code).toBe('context-outside-component')
  })
})
