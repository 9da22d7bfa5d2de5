import { instance } from '@viz-js/viz'
import { type CallMap, explore } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { formatDot } from '../../src/cli/map-dot'
import { formatMermaid } from '../../src/cli/map-mermaid'
import { drawSvg } from '../../src/cli/map-svg'
import { formatMapText } from '../../src/cli/map-text'
import { answering, connect, keys, speech, talk } from '../support/answering'

const app = answering({
  '/answer': [talk('For sales, press 1.'), keys({ maxDigits: 1 })],
  '/chosen': (fields) =>
    (fields.dtmf as { digits: string | null }).digits === '1'
      ? [connect(), talk('Nobody is free.')]
      : [talk('Your name?'), speech({ context: ['Ada'] }, '/name')],
  '/name': [],
})
const map = await explore(app, { keys: '12' })

// Everything that some format gives a meaning.
const hostile = `"]); click s1 "javascript:alert(1)" --> <img src=x onerror=alert(2)> \\" \\n | } { #quot; %%{init}%% & \` end\n\u001b[31m\u202e $&`
const hostileMap: CallMap = await explore(
  answering({
    '/answer': [talk(hostile), speech({ context: [hostile] })],
    '/chosen': [talk('Goodbye.')],
  }),
)

describe('a map as text', () => {
  it('shows states, ways, findings and what was left out', async () => {
    expect(formatMapText(map)).toMatchInlineSnapshot(`
      "s1  listens for a key
          “For sales, press 1.”
            press 1          → s2  calls 447700900002
            press 2, silence → s3  “Your name?”

      s2  calls 447700900002
            leg answer               → s4  talks to 447700900002
            leg busy, leg unanswered → s5  ends “Nobody is free.”

      s3  listens for speech
          “Your name?”
            say Ada, say something else, silence → s6  ends

      s4  talks to 447700900002
            leg hang up → s6  ends

      s5  ends
          “Nobody is free.”

      s6  ends

      no-way-to-a-person: No way leads from here to a person.
        Connect the caller to a person after some attempts, or at the key 0.
        at s3: press 2

      ends-in-silence: The call ends, and the caller hears nothing since the last act.
        Say what happened, and goodbye.
        at s6: press 2; say Ada

      6 states, 10 edges, 2 findings.
      "
    `)
    const short = await explore(app, { keys: '12', calls: 2 })
    expect(formatMapText(short)).toContain(
      'Not tried at s1, because no calls were left; raise --calls: press 2, silence.\n',
    )
    expect(formatMapText(short)).toMatch(/ acts not tried\.\n$/)
  })
})

describe('a long map as text', () => {
  const state = { activity: 'listening', listens: { who: 'caller', digits: 1 } } as const
  const finding = { code: 'too-many-choices', message: 'Many.', remedy: 'Ask less.' } as const
  const long: CallMap = {
    states: [
      {
        ...state,
        id: 's1',
        heard: [`${'word '.repeat(20)}end`],
        listens: { ...state.listens, keys: ['2'] },
      },
      { id: 's2', heard: ['😀'.repeat(100)], activity: 'ended', ended: 'hung-up' },
    ],
    edges: ['1', '2', '3', '1'].map((key, index) => ({
      from: 's1',
      to: index % 2 === 0 ? 's1' : 's2',
      act: `press ${key}`,
    })),
    findings: [
      { ...finding, state: 's1', script: [] },
      { ...finding, state: 's2', script: ['press 2'] },
    ],
    left: [{ state: 's1', acts: ['press 4', 'press 5', 'press 6', 'silence'], why: 'stopped' }],
  }

  it('cuts words, marks an act that leads elsewhere, and tells a finding once', () => {
    expect(formatMapText(long)).toBe(`s1  listens for a key
    “${'word '.repeat(17)}word …”
      press 2           → s2  ends: hung-up “${'😀'.repeat(36)} …”
      press 1 3         → s1  again
      sometimes press 1 → s2  ends: hung-up “${'😀'.repeat(36)} …”

s2  ends: hung-up
    “${'😀'.repeat(90)} …”

Not tried at s1, because it was stopped: press 4-6, silence.

too-many-choices: Many.
  Ask less.
  at s1: at once
  at s2: press 2

2 states, 4 edges, 2 findings. 4 acts not tried.
`)
  })
})

describe('a map in Mermaid', () => {
  it('is a flowchart', () => {
    expect(formatMermaid(map)).toMatchInlineSnapshot(`
      "---
      config:
        flowchart:
          wrappingWidth: 300
      ---
      flowchart TD
        s1{{"s1 listens for a key<br/>For sales, press 1."}}
        s2["s2 calls 447700900002"]
        s3{{"s3 listens for speech<br/>Your name?<br/>! no-way-to-a-person"}}
        s4["s4 talks to 447700900002"]
        s5(["s5 ends<br/>Nobody is free."])
        s6(["s6 ends<br/>! ends-in-silence"])
        s1 -->|"press 1"| s2
        s1 -->|"press 2, silence"| s3
        s2 -->|"leg answer"| s4
        s2 -->|"leg busy, leg unanswered"| s5
        s3 -->|"say Ada, say something else, silence"| s6
        s4 -->|"leg hang up"| s6
        class s3,s6 found
        classDef found stroke:#c00,stroke-width:3px
      "
    `)
  })

  it('has no label with a character that means something', () => {
    const labels = [...formatMermaid(hostileMap).matchAll(/"(.*)"/g)].map(([, label = '']) => label)
    expect(labels).toHaveLength(hostileMap.states.length + 1)
    for (const label of labels) {
      expect(label.replaceAll('<br/>', ' ').replaceAll(/#\d+;/g, '')).not.toMatch(
        /["<>&#`|{}[\]%\\$;]/,
      )
    }
    expect(
      formatMermaid(hostileMap)
        .split('\n')
        .filter((line) => line.startsWith('  s')),
    ).toHaveLength(hostileMap.states.length + 1)
  })
})

describe('a map in DOT', () => {
  it('is what Graphviz reads, with the words as they are', async () => {
    expect(formatDot(map)).toMatchInlineSnapshot(`
      "digraph calls {
        graph [rankdir=TB]
        node [fontname="Verdana", fontsize=11, style=rounded]
        edge [fontname="Verdana", fontsize=10]
        s1 [label="s1 listens for a key\\nFor sales, press 1.", shape=hexagon]
        s2 [label="s2 calls 447700900002", shape=box]
        s3 [label="s3 listens for speech\\nYour name?\\n! no-way-to-a-person", shape=hexagon, color="#cc0000", penwidth=2]
        s4 [label="s4 talks to 447700900002", shape=box]
        s5 [label="s5 ends\\nNobody is free.", shape=oval]
        s6 [label="s6 ends\\n! ends-in-silence", shape=oval, color="#cc0000", penwidth=2]
        s1 -> s2 [label="press 1"]
        s1 -> s3 [label="press 2, silence"]
        s2 -> s4 [label="leg answer"]
        s2 -> s5 [label="leg busy, leg unanswered"]
        s3 -> s6 [label="say Ada, say something else, silence"]
        s4 -> s6 [label="leg hang up"]
      }
      "
    `)
    const viz = await instance()
    const json = viz.renderJSON(formatDot(hostileMap)) as {
      objects: { name: string; label: string }[]
    }
    expect(json.objects.map(({ name }) => name)).toStrictEqual(
      hostileMap.states.map(({ id }) => id),
    )
    expect(json.objects[0]?.label).toContain('javascript:alert(1)')
  })
})

describe('a map as SVG', () => {
  it('has the words as text, and nothing that a browser runs', async () => {
    const drawn = await drawSvg(formatDot(hostileMap))
    const svg = 'svg' in drawn ? drawn.svg : ''
    expect(svg).toContain('<svg')
    expect(svg).toContain('&lt;img')
    expect(svg).not.toMatch(/<img|<script|<a |onerror="/)
  })
})
