import assert from 'node:assert/strict'
import { render, renderToString } from 'ncco-jsx'
import { table } from '../../scripts/markdown'
import { microseconds, times, verdict, writeSection } from '../page'
import { timeInRounds } from '../rounds'
import { ratio, spread } from '../spread'
import { versionsOf } from '../tools'
import { builder } from './builder'
import type { Call } from './call'
import { html } from './expected'
import { Flow } from './flow'
import { literal } from './literal'
import { loadPeers } from './peers'

const rounds = 300

const call: Call = { from: '447700900001', attempt: 1 }
const peers = await loadPeers()

// A candidate is timed only if its result is right.
assert.deepEqual(render(<Flow {...call} />), literal(call))
assert.equal(renderToString(<Flow {...call} />), JSON.stringify(render(<Flow {...call} />)))
assert.deepEqual(builder(call), literal(call))
for (const renderPage of Object.values(peers)) assert.equal(renderPage(call), html)

/** The least that a renderer of these elements must do: make them, call the component, and make a text of the NCCO. */
const ncco = render(<Flow {...call} />)
const kept: unknown[] = []
function leastOfElements(): string {
  // Kept, so that the engine cannot leave them out.
  kept[0] = <Flow {...call} />
  kept[1] = Flow(call)
  return JSON.stringify(ncco)
}

const taken = await timeInRounds(
  {
    least: leastOfElements,
    text: () => JSON.stringify(render(<Flow {...call} />)),
    string: () => renderToString(<Flow {...call} />),
    ncco: () => render(<Flow {...call} />),
    stringBytes: () => Buffer.from(renderToString(<Flow {...call} />)),
    literal: () => JSON.stringify(literal(call)),
    literalBytes: () => Buffer.from(JSON.stringify(literal(call))),
    sdk: () => JSON.stringify(builder(call)),
    hono: () => peers['hono/jsx'](call),
    preact: () => peers['preact-render-to-string'](call),
    react: () => peers['react-dom/server'](call),
  },
  rounds,
)

/** The times of the two ways to a text, each against a peer, with the most that they are to take. */
function rowAgainst(
  name: string,
  peer: keyof typeof taken,
  aims: { readonly text?: number; readonly string?: number } = {},
): string[] {
  const cell = (way: 'text' | 'string') => {
    const took = ratio(taken[way], taken[peer])
    const aim = aims[way]
    if (aim === undefined) return times(took)
    return `${times(took)}; ${verdict(took.median <= aim, aim === 1 ? 'less' : `at most ${aim} times`)}`
  }
  return [name, microseconds(spread(taken[peer])), cell('text'), cell('string')]
}

const columns = ['', 'time', '`JSON.stringify(render(…))` takes', '`renderToString(…)` takes']

writeSection({
  title: 'Render',
  command: 'npm run bench:render',
  versions: versionsOf('@vonage/voice', 'hono', 'preact', 'preact-render-to-string', 'react-dom'),
  paragraphs: [
    `A flow of six actions, nine elements in all. \`ncco-jsx\` builds the elements, renders them, checks every rule and makes a text of the NCCO. The literal, which is the
floor of anything that makes JSON, and the builder of the official SDK give the same NCCO and check nothing. ${rounds} rounds.`,
    `Each key is set by a function of its own. \`src/options/setters.ts\` holds them, and the build makes it from the tables. Without it \`render\` and \`renderToString\` take 5 %
longer; it costs 2.2 kB of a bundle, 0.5 kB once that is compressed.`,
    table(columns, [
      ['`JSON.stringify(render(<Flow />))`', microseconds(spread(taken.text)), '', ''],
      ['`renderToString(<Flow />)`', microseconds(spread(taken.string)), '', ''],
      rowAgainst('only `render(<Flow />)`', 'ncco'),
      rowAgainst(
        'the elements, the call of `Flow`, and `JSON.stringify` of an NCCO made before',
        'least',
      ),
      rowAgainst('object literal, `JSON.stringify`', 'literal', { text: 1.75, string: 1 }),
      [
        'the bytes of that text, of which `renderToString` leaves more to be done',
        microseconds(spread(taken.literalBytes)),
        '',
        times(ratio(taken.stringBytes, taken.literalBytes)),
      ],
      rowAgainst('`NCCOBuilder` of `@vonage/voice`, `JSON.stringify`', 'sdk', { string: 1 }),
    ]),
    'Renderers of HTML make a page of as many elements, as many attributes and the same texts. They check nothing.',
    table(columns, [
      rowAgainst('`hono/jsx`', 'hono', { string: 1 }),
      rowAgainst('`preact-render-to-string`', 'preact', { string: 1 }),
      rowAgainst('`renderToStaticMarkup` of `react-dom/server`', 'react', { string: 1 }),
    ]),
  ],
})
