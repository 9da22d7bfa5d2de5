import {
  Connect,
  Phone,
  type PlacedNcco,
  Raw,
  render,
  renderAsync,
  renderToString,
  Talk,
  Wait,
  watchRenders,
} from 'ncco-jsx'
import { Choice, Menu } from 'ncco-jsx/dialog'
import { describe, expect, it, onTestFinished } from 'vitest'
import { got, quietApp, secret } from '../support/requests'
import { answerWebhook } from '../support/webhooks'

/** What is heard of the renders until the test ends. */
function watched(): PlacedNcco[] {
  const heard: PlacedNcco[] = []
  onTestFinished(watchRenders((rendered) => void heard.push(rendered)))
  return heard
}

/** Element, components and line of each place, as `Talk in Greeting :12`. */
function shown(heard: readonly PlacedNcco[]): string[][] {
  return heard.map(({ places }) =>
    places.map(({ element, components, source }) => {
      expect(source?.file).toMatch(/watch-renders\.test\.tsx$/)
      return [element, ...components].join(' in ')
    }),
  )
}

const Greeting = () => <Talk>Hello</Talk>

describe('watchRenders', () => {
  it('tells of an NCCO that is right, with the place of each action', () => {
    const heard = watched()
    const Flow = () => (
      <>
        <Greeting />
        <Wait timeout={1} />
      </>
    )
    const ncco = render(<Flow />)
    expect(shown(heard)).toStrictEqual([['Talk in Greeting in Flow', 'Wait in Flow']])
    expect(heard[0]?.ncco).toBe(ncco)
    const [first, second] = heard[0]?.places ?? []
    expect([first?.source?.column, second?.source?.column]).toStrictEqual([24, 9])
  })

  it('tells of an NCCO that is checked because of a warning, and of what Raw embeds', () => {
    const heard = watched()
    const Flow = () => [
      <Wait key="long" timeout={9000} />,
      <Raw key="raw" ncco={[{ action: 'wait' }, { action: 'talk', text: 'Hi.' }]} />,
      <Connect key="connect" from="447700900000">
        <Phone number="447700900001" />
      </Connect>,
    ]
    render(<Flow />, { onWarning: () => {} })
    expect(shown(heard)).toStrictEqual([
      ['Wait in Flow', 'Raw in Flow', 'Raw in Flow', 'Connect in Flow'],
    ])
  })

  it('tells of texts, of what is rendered later, and of nothing that is refused', async () => {
    const heard = watched()
    renderToString(<Greeting />)
    renderToString(<Wait timeout={9000} />, { onWarning: () => {} })
    const Later = async () => [<Greeting key="1" />]
    await renderAsync(<Later />)
    expect(() => render(<Talk loop={-1}>Hello</Talk>)).toThrow()
    expect(shown(heard)).toStrictEqual([
      ['Talk in Greeting'],
      ['Wait'],
      ['Talk in Greeting in Later'],
    ])
  })

  it('tells of what an app answers, dialogs included', async () => {
    const heard = watched()
    const Answer = () => (
      <Menu prompt="For sales, press 1.">
        <Choice digit="1">
          <Greeting />
        </Choice>
      </Menu>
    )
    const app = quietApp({ answer: Answer, secret })
    const response = await app.fetch(got('/answer', answerWebhook))
    expect(heard.map(({ ncco }) => ncco)).toStrictEqual([await response.json()])
    expect(shown(heard)).toStrictEqual([['Talk in Menu in Answer', 'Input in Menu in Answer']])
    expect(new Set(heard[0]?.places.map(({ source }) => source?.column))).toStrictEqual(
      new Set([7]),
    )
  })

  it('calls each listener until it is ended, whatever another throws', () => {
    const heard: string[] = []
    const listener = () => void heard.push('heard')
    const ends = [
      watchRenders(() => {
        throw new Error('of a listener')
      }),
      watchRenders(listener),
      watchRenders(listener),
    ]
    for (const end of ends.reverse()) {
      render(<Greeting />)
      end()
      end()
    }
    render(<Greeting />)
    expect(heard).toHaveLength(3)
  })
})
