import assert from 'node:assert/strict'
import { render } from 'ncco-jsx'
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
const floorAim = 1.75

const call: Call = { from: '447700900001', attempt: 1 }
const peers = await loadPeers()

// A candidate is timed only if its result is right.
assert.deepEqual(render(<Flow {...call} />), literal(call))
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
    ncco: () => render(<Flow {...call} />),
    literal: () => JSON.stringify(literal(call)),
    sdk: () => JSON.stringify(builder(call)),
    hono: () => peers['hono/jsx'](call),
    preact: () => peers['preact-render-to-string'](call),
    react: () => peers['react-dom/server'](call),
  },
  rounds,
)

function rowAgainst(name: string, peer: keyof typeof taken, aim: number): string[] {
  const took = ratio(taken.text, taken[peer])
  const wording = aim === 1 ? 'less' : `at most ${aim} times`
  return [
    name,
    microseconds(spread(taken[peer])),
    times(took),
    verdict(took.median <= aim, wording),
  ]
}

writeSection({
  title: 'Render',
  command: 'npm run bench:render',
  versions: versionsOf('@vonage/voice', 'hono', 'preact', 'preact-render-to-string', 'react-dom'),
  paragraphs: [
    `A flow of six actions, nine elements in all. \`ncco-jsx\` builds the elements, renders them, checks every rule and makes a text of the NCCO. The literal, which is the
floor of anything that makes JSON, and the builder of the official SDK give the same NCCO and check nothing. ${rounds} rounds.`,
    table(
      ['', 'time', '`JSON.stringify(render(…))` takes', 'aim'],
      [
        ['`JSON.stringify(render(<Flow />))`', microseconds(spread(taken.text)), '', ''],
        [
          'only `render(<Flow />)`',
          microseconds(spread(taken.ncco)),
          times(ratio(taken.text, taken.ncco)),
          '',
        ],
        [
          'the elements, the call of `Flow`, and `JSON.stringify` of an NCCO made before',
          microseconds(spread(taken.least)),
          times(ratio(taken.text, taken.least)),
          '',
        ],
        rowAgainst('object literal, `JSON.stringify`', 'literal', floorAim),
        rowAgainst('`NCCOBuilder` of `@vonage/voice`, `JSON.stringify`', 'sdk', 1),
      ],
    ),
    'Renderers of HTML make a page of as many elements, as many attributes and the same texts. They check nothing.',
    table(
      ['', 'time', '`JSON.stringify(render(…))` takes', 'aim'],
      [
        rowAgainst('`hono/jsx`', 'hono', 1),
        rowAgainst('`preact-render-to-string`', 'preact', 1),
        rowAgainst('`renderToStaticMarkup` of `react-dom/server`', 'react', 1),
      ],
    ),
  ],
})
