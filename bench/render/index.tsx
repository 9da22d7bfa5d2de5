import assert from 'node:assert/strict'
import { render } from 'ncco-jsx'
import { table } from '../../scripts/markdown'
import { microseconds, times, verdict, writeSection } from '../page'
import { timeInRounds } from '../rounds'
import { ratio, spread } from '../spread'
import { versionsOf } from '../tools'
import { builder } from './builder'
import type { Call } from './call'
import { html, slack, twiml } from './expected'
import { Flow } from './flow'
import { literal } from './literal'
import { loadPeers } from './peers'
import { renderTwiml } from './twilio'

const rounds = 300
const floorAim = 1.25

const call: Call = { from: '447700900001', attempt: 1 }
const peers = await loadPeers()

// Nothing is timed that does not give what it should.
assert.deepEqual(render(<Flow {...call} />), literal(call))
assert.deepEqual(builder(call), literal(call))
for (const name of [
  'hono/jsx',
  'preact-render-to-string',
  '@kitajs/html',
  'react-dom/server',
] as const)
  assert.equal(peers[name](call), html)
assert.deepEqual(JSON.parse(peers['jsx-slack'](call)), slack)
assert.equal(renderTwiml(call), twiml)

/** What no renderer of these elements can do without: make them, call the component, and make a text of the NCCO. */
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
    kita: () => peers['@kitajs/html'](call),
    react: () => peers['react-dom/server'](call),
    slack: () => peers['jsx-slack'](call),
    twilio: () => renderTwiml(call),
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
  versions: versionsOf(
    '@vonage/voice',
    'hono',
    'preact',
    'preact-render-to-string',
    '@kitajs/html',
    'react-dom',
    'jsx-slack',
    'twilio',
  ),
  paragraphs: [
    `A flow of six actions, nine elements in all. \`ncco-jsx\` builds the elements, renders them, checks every rule and makes a text of the NCCO. The literal, which is the
floor of anything that makes JSON, and the builder of the official SDK give the same NCCO and check nothing. ${rounds} rounds.`,
    table(
      ['', 'time', '`JSON.stringify(render(…))` takes', 'aim'],
      [
        ['`JSON.stringify(render(<Flow />))`', microseconds(spread(taken.text)), '', ''],
        [
          '`render(<Flow />)` alone',
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
    `The others make something else of as many elements: the renderers of HTML a page of as many attributes and the same texts (\`@kitajs/html\` without escaping, its
default); \`jsx-slack\` a message with other texts and a third of the attributes, Twilio's \`VoiceResponse\` the same call in TwiML with a few less. None of them knows rules that span
elements.`,
    table(
      ['', 'time', '`JSON.stringify(render(…))` takes', 'aim'],
      [
        rowAgainst('`hono/jsx`', 'hono', 1),
        rowAgainst('`preact-render-to-string`', 'preact', 1),
        rowAgainst('`@kitajs/html`', 'kita', 1),
        rowAgainst('`renderToStaticMarkup` of `react-dom/server`', 'react', 1),
        rowAgainst('`jsx-slack`', 'slack', 1),
        rowAgainst('`VoiceResponse` of `twilio`', 'twilio', 1),
      ],
    ),
  ],
})
