import {
  Connect,
  Dtmf,
  Input,
  type NccoNode,
  Notify,
  Phone,
  Raw,
  render,
  renderToString,
  renderToStringAsync,
  Speech,
  Talk,
  Transfer,
  Wait,
} from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { caught, places, rejected } from '../support/errors'

const url = 'https://example.com/a?b="c"\\d'

const flows: readonly [name: string, flow: NccoNode][] = [
  ['a plain text', <Talk>Hello</Talk>],
  ['characters that JSON escapes', <Talk>{'"quoted" \\ back\nline \u0007 \u2028 é'}</Talk>],
  ['pairs of surrogates, and half a pair', <Talk>{'👋 \ud83d'}</Talk>],
  ['numbers that JSON writes in its own way', [<Wait timeout={1.5} />, <Talk level={-0}>Hi</Talk>]],
  ['a URL with quotes', <Notify payload={{ 'a"b': [null, 'c'] }} eventUrl={url} />],
  [
    'an input, whose type follows from its children',
    <Input>
      <Speech context={['a"b']} />
      <Dtmf />
    </Input>,
  ],
  [
    'parts with and without settings',
    <Input>
      <Dtmf maxDigits={1} />
    </Input>,
  ],
  [
    'an endpoint',
    <Connect from="447700900000">
      <Phone number="447700900001" />
    </Connect>,
  ],
  ['an empty list', <Transfer conversationId="CON-1" canHear={[]} />],
  [
    'SSML',
    <Talk>
      A <break time="1s" /> B
    </Talk>,
  ],
  ['what is added as it is', <Talk unchecked={{ b: 1, a: { 10: 1, 2: 2 } }}>Hello</Talk>],
  ['embedded actions', <Raw ncco={[{ action: 'talk', text: 'Hello' }, { action: 'new' }]} />],
  ['nothing after a warning', <Wait timeout={0.01} />],
]

describe('renderToString', () => {
  it.each(flows)('gives the text of the same NCCO: %s', async (_, flow) => {
    const options = { onWarning: () => {} }
    const expected = JSON.stringify(render(flow, options))
    expect(renderToString(flow, options)).toBe(expected)
    // Again, because what was accepted last is remembered.
    expect(renderToString(flow, options)).toBe(expected)
    expect(await renderToStringAsync(Promise.resolve(flow as never), options)).toBe(expected)
  })

  it('throws what render throws', () => {
    const flow = [<Talk loop={-1}>Hello</Talk>, <Wait timeout={0.01} />]
    const { issues } = caught(() => render(flow))
    expect(caught(() => renderToString(flow)).issues).toStrictEqual(issues)
    expect(places({ issues })).toStrictEqual(['out-of-range /0/loop', 'clamped /1/timeout'])
  })

  it('gives each element its own values, though it remembers the last', () => {
    const Say = ({ loop, language }: { loop: number; language: 'en-GB' | 'fr-FR' }) => (
      <Talk loop={loop} language={language}>
        Hello
      </Talk>
    )
    const text = renderToString([
      <Say loop={1} language="en-GB" />,
      <Say loop={2} language="fr-FR" />,
      <Say loop={1} language="en-GB" />,
    ])
    const talk = (loop: number, language: string) => ({
      action: 'talk',
      text: 'Hello',
      loop,
      language,
    })
    expect(JSON.parse(text)).toStrictEqual([talk(1, 'en-GB'), talk(2, 'fr-FR'), talk(1, 'en-GB')])
  })
})

describe('renderToStringAsync', () => {
  it('waits for async components, and rejects as renderAsync does', async () => {
    const Later = async ({ loop }: { loop: number }) => <Talk loop={loop}>Hello</Talk>
    expect(await renderToStringAsync(<Later loop={2} />)).toBe(
      '[{"action":"talk","text":"Hello","loop":2}]',
    )
    const error = await rejected(renderToStringAsync(<Later loop={-1} />))
    expect(places(error)).toStrictEqual(['out-of-range /0/loop'])
  })
})
