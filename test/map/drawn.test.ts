import { join } from 'node:path'
import fc from 'fast-check'
import { createVoiceApp } from 'ncco-jsx/serve'
import { type CallMap, explore, type MapState } from 'ncco-jsx/simulate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { examples } from '../../examples/index'
import { installTools } from '../../scripts/tools'
import { formatDot } from '../../src/cli/map-dot'
import { labelOf, linesOf } from '../../src/cli/map-label'
import { formatMermaid } from '../../src/cli/map-mermaid'
import { drawSvg } from '../../src/cli/map-svg'
import { waysOf } from '../../src/cli/map-ways'
import { hasBrowser, unlessBrowser } from '../../studio/test/page/browser/support/find-browser'
import { launchBrowser } from '../../studio/test/page/browser/support/studio-page'

declare const mermaid: {
  initialize(config: object): void
  parse(source: string): Promise<{ diagramType: string }>
  render(id: string, source: string): Promise<{ svg: string }>
}

/** The words of a diagram, as a browser shows them: each node by the id of its state, and each arrow. */
interface Shown {
  readonly nodes: Readonly<Record<string, string>>
  readonly arrows: readonly string[]
}

let browser: Browser
let page: Page
const outcome: string[] = []

/** Lets Mermaid parse and render a flowchart. */
function showMermaid(source: string): Promise<Shown> {
  return page.evaluate(async (text) => {
    const words = (element: Element | null) => (element as HTMLElement | null)?.innerText ?? ''
    await mermaid.parse(text)
    document.body.innerHTML = (await mermaid.render('drawn', text)).svg
    const nodes = [...document.querySelectorAll('.node')].map((node) => [
      /-(s\d+)-\d+$/.exec(node.id)?.[1] ?? node.id,
      words(node.querySelector('.nodeLabel')),
    ])
    const arrows = [...document.querySelectorAll('.edgeLabels .edgeLabel .edgeLabel')].map(words)
    return { nodes: Object.fromEntries(nodes), arrows }
  }, source)
}

/** Shows an SVG of Graphviz. */
async function showSvg(dot: string): Promise<Shown> {
  const drawn = await drawSvg(dot)
  if (!('svg' in drawn)) throw new Error(drawn.problem)
  return page.evaluate((svg) => {
    document.body.innerHTML = svg.slice(svg.indexOf('<svg'))
    const words = (group: Element) =>
      [...group.querySelectorAll('text')].map(({ textContent }) => textContent).join('\n')
    const nodes = [...document.querySelectorAll('g.node')].map((node) => [
      node.querySelector('title')?.textContent ?? '',
      words(node),
    ])
    const arrows = [...document.querySelectorAll('g.edge')].map(words)
    return { nodes: Object.fromEntries(nodes), arrows }
  }, drawn.svg)
}

/** The words in the SVG of the page that leave their node or the picture, or lie on others. Runs in the page. */
function crowdedWords(): string[] {
  const boxOf = (element: Element) => element.getBoundingClientRect()
  const isIn = (inner: DOMRect, outer: DOMRect) =>
    inner.left >= outer.left - 1 &&
    inner.right <= outer.right + 1 &&
    inner.top >= outer.top - 1 &&
    inner.bottom <= outer.bottom + 1
  const isOn = (one: DOMRect, other: DOMRect) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 2
  const picture = boxOf(document.querySelector('svg') as Element)
  const texts = [...document.querySelectorAll('svg text')]
  const crowded = texts.filter((text, index) => {
    const box = boxOf(text)
    const shape = text.parentElement?.querySelector(
      '.node > polygon, .node > path, .node > ellipse',
    )
    return (
      !isIn(box, picture) ||
      (shape && !isIn(box, boxOf(shape))) ||
      texts.slice(0, index).some((other) => isOn(box, boxOf(other)))
    )
  })
  return crowded.map(({ textContent }) => textContent ?? '')
}

/** Words in which only white space does not count: a renderer breaks lines where it likes. */
const plain = (text: string) =>
  text
    .replace(/\u200b/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** What a diagram of a map is to show. */
function expectedOf(map: CallMap): Shown {
  const nodes = map.states.map((state) => [state.id, plain(labelOf(state, map).flat().join(' '))])
  return {
    nodes: Object.fromEntries(nodes),
    arrows: waysOf(map).map(({ acts }) => linesOf(acts).join(' ')),
  }
}

function plainly({ nodes, arrows }: Shown): Shown {
  const all = Object.entries(nodes).map(([id, text]) => [id, plain(text)])
  return { nodes: Object.fromEntries(all), arrows: arrows.map(plain).sort() }
}

/** Words that mean something to Mermaid, Markdown, DOT, HTML or TeX, and letters of many scripts. */
const word = fc.oneof(
  fc.constantFrom('end', 'subgraph', 'graph', 'click', 'style', 'default', 'class', 'x', 'o'),
  fc.constantFrom('"', "'", '`', '<b>', '</div>', '<br/>', '&amp;', '&#64;', '#quot;', '#35;'),
  fc.constantFrom('1.', '-', '+', '*', '**a**', '_a_', '~~a~~', '# a', '> a', '[a](b)', '$$a^2$$'),
  fc.constantFrom('\n', '\\n', '\\', '\\l', '%%', '%%{init: {}}%%', '-->', '---', '|', ';', ']}'),
  fc.constantFrom('שלום', 'مرحبا', 'می‌خواهم', 'नमस्ते', '電話', '👩‍💻', '🇬🇧', 'e\u0301', '\u202eabc'),
  fc.constantFrom('<img src=x onerror=ran()>', 'javascript:ran()', '<script>ran()</script>'),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '))

/** A map of a question and an end, in these words. */
function mapWith(heard: string, phrase: string, number: string): CallMap {
  const states: MapState[] = [
    { id: 's1', heard: [heard], activity: 'listening', listens: { who: 'caller', keys: [] } },
    { id: 's2', heard: [heard], activity: 'connecting', leg: { type: 'sip', to: number } },
    { id: 's3', heard: [heard], activity: 'ended', ended: 'completed' },
  ]
  const edges = [
    { from: 's1', to: 's2', act: `say ${phrase}` },
    { from: 's2', to: 's3', act: 'press *' },
  ]
  return { states, edges, findings: [], left: [] }
}

describe.skipIf(!hasBrowser)(`a map that is drawn${unlessBrowser}`, () => {
  beforeAll(async () => {
    browser = await launchBrowser()
    page = await browser.newPage()
    await page.exposeFunction('ran', () => outcome.push('ran'))
    await page.addScriptTag({
      path: join(installTools('diagrams'), 'node_modules/mermaid/dist/mermaid.min.js'),
    })
    await page.evaluate(() => mermaid.initialize({ startOnLoad: false }))
  })

  afterAll(() => browser?.close())

  it('shows any words as they are, in Mermaid', async () => {
    await fc.assert(
      fc.asyncProperty(words, words, words, async (heard, phrase, number) => {
        const map = mapWith(heard, phrase, number)
        expect(plainly(await showMermaid(formatMermaid(map)))).toStrictEqual(
          plainly(expectedOf(map)),
        )
      }),
      { numRuns: 100 },
    )
    expect(outcome).toStrictEqual([])
  })

  it.each(Object.keys(examples))('has room for the words of %s', async (name) => {
    vi.spyOn(console, 'log').mockImplementation(() => {})
    const secret = 'only for tests, where it is no secret'
    const app = createVoiceApp({
      answer: () => null,
      ...examples[name],
      secret,
      signature: false,
    })
    const map = await explore(app, { now: '2026-11-30T10:00:00Z' })
    expect(plainly(await showMermaid(formatMermaid(map)))).toStrictEqual(plainly(expectedOf(map)))
    expect(plainly(await showSvg(formatDot(map)))).toStrictEqual(plainly(expectedOf(map)))
    expect(await page.evaluate(crowdedWords)).toStrictEqual([])
  })

  it('shows any words as they are, in SVG', async () => {
    await fc.assert(
      fc.asyncProperty(words, words, words, async (heard, phrase, number) => {
        const map = mapWith(heard, phrase, number)
        expect(plainly(await showSvg(formatDot(map)))).toStrictEqual(plainly(expectedOf(map)))
      }),
      { numRuns: 100 },
    )
    expect(outcome).toStrictEqual([])
  })
})
