import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Definition, Row } from '../../src/options/table'
import { actions as simulated } from '../../src/simulate/actions'
import { actions } from '../../src/vocabulary/index'

/** Options that change nothing in a simulated call, and why. */
const withoutEffect: Readonly<Record<string, string>> = {
  'talk.level': 'Volume is not simulated.',
  'talk.language': 'Voices differ only in sound.',
  'talk.style': 'Voices differ only in sound.',
  'talk.premium': 'Voices differ only in sound.',
  'talk.provider': 'Voices differ only in sound.',
  'talk.providerOptions': 'Voices differ only in sound.',
  'stream.level': 'Volume is not simulated.',
  'speech.uuid': 'The leg is heard whose NCCO it is.',
  'speech.language': 'All that is said is recognised.',
  'speech.context': 'All that is said is recognised.',
  'speech.sensitivity': 'All that is said is recognised.',
  'speech.provider': 'All that is said is recognised.',
  'speech.providerOptions': 'All that is said is recognised.',
  'transcription.language': 'A transcription is a webhook with an address.',
  'transcription.sentimentAnalysis': 'A transcription is a webhook with an address.',
  'phone endpoint.shaken': 'No carrier verifies it.',
  'sip endpoint.standardHeaders': 'Nothing receives the headers of a SIP call.',
}

/** The code of the simulator, without its comments. */
function code(): string {
  const folder = new URL('../../src/simulate/', import.meta.url)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
}

/** The name in quotes, as a member, or taken apart, also as a parameter; a local variable of that name is no reading. */
function reads(key: string): RegExp {
  return new RegExp(`'${key}'|\\.${key}\\b|\\{[^{}]*\\b${key}\\b[^{}]*\\}(?: = |: [A-Z])`)
}

/** The objects of the vocabulary: actions, and what stands in them. */
function objectsIn(definitions: readonly Definition[]): Definition[] {
  return definitions.flatMap((definition) => [
    definition,
    ...objectsIn(definition.table.rows.flatMap(({ rule }) => inside(rule))),
  ])
}

function inside(rule: Row['rule']): readonly Definition[] {
  return rule.kind === 'child' ? rule.definitions : []
}

const rows = [...new Set(objectsIn(actions))].flatMap(({ name, table }) =>
  table.rows.map(({ key }) => ({ option: `${name}.${key}`, key })),
)

describe('the simulator', () => {
  it('knows every action of the vocabulary', () => {
    expect(Object.keys(simulated).sort()).toStrictEqual(actions.map(({ name }) => name).sort())
  })

  // It finds names only: an option that shares the name of one that is read counts as read.
  it('reads every option of every action, endpoint and part, or is known not to', () => {
    const text = code()
    const read = ({ key }: { key: string }) => reads(key).test(text)
    const unread = rows.filter((row) => !read(row)).map(({ option }) => option)
    const forgotten = unread.filter((option) => !(option in withoutEffect))
    expect(forgotten, 'read it in src/simulate, or add it to withoutEffect').toStrictEqual([])
  })

  it('has no excuse for an option that does not exist', () => {
    const options = rows.map(({ option }) => option)
    expect(Object.keys(withoutEffect).filter((option) => !options.includes(option))).toStrictEqual(
      [],
    )
  })
})
