import { describe, expect, it } from 'vitest'
import { objects, partsOf } from '../../scripts/objects'
import { readComments } from '../../scripts/option-comments'
import * as entry from '../../src/index'
import { definitionOf } from '../../src/options/component'
import type { NumberRule } from '../../src/options/rules/number'
import type { Rule } from '../../src/options/table'

const byComponent = objects.map((definition) => [definition.component, definition] as const)
const comments = readComments()

describe('the vocabulary', () => {
  it('has an action or something inside one for every interface of options', () => {
    const components = objects.map(({ component }) => component)
    expect([...comments.keys()].sort()).toStrictEqual(components.sort())
  })

  it('has one object of each name', () => {
    const names = objects.map(({ component }) => component)
    expect(names).toStrictEqual([...new Set(names)])
  })
})

describe('the numbers of the vocabulary', () => {
  it('are seconds where the reference counts in them', () => {
    const rows = objects.flatMap(({ component, table }) =>
      table.rows.map((row) => ({ component, ...row })),
    )
    const timed = rows.filter(({ rule }) => rule.kind === 'number' && rule.unit === 'seconds')
    expect(timed.map(({ component, prop }) => `${component} ${prop}`)).toStrictEqual([
      'Record endOnSilence',
      'Record timeOut',
      'Connect timeout',
      'Connect limit',
      'AdvancedMachineDetection beepTimeout',
      'Dtmf timeOut',
      'Speech endOnSilence',
      'Speech startTimeout',
      'Speech maxDuration',
      'Wait timeout',
    ])
  })
})

describe.each(byComponent)('<%s>', (component, definition) => {
  const { inside, rows } = definition.table
  const options = rows.filter(({ from }) => from === 'prop')
  const ofOptions = comments.get(component)?.options

  it('is exported', () => {
    const exported: Readonly<Record<string, unknown>> = entry
    const isExported = definitionOf(exported[component]) === definition
    expect(isExported, `src/index.ts exports ${component}`).toBe(true)
  })

  it('knows what it stands in', () => {
    const owners = objects.filter((owner) => partsOf(owner).includes(definition))
    expect([...inside].sort()).toStrictEqual(owners.map((owner) => owner.component).sort())
  })

  it('has an option for every one of its interface, in the same order', () => {
    expect(options.map(({ prop }) => prop)).toStrictEqual([...(ofOptions?.keys() ?? [])])
  })

  const rules = options.map(({ prop, rule }) => [prop, rule] as const)

  it.each(rules)('tells in the comment of %s what its rule is', (prop, rule) => {
    const comment = ofOptions?.get(prop)?.text ?? ''
    expect(comment).not.toBe('')
    for (const phrase of phrasesOf(rule)) expect(comment).toMatch(phrase)
  })
})

/** Phrases that a comment contains if it tells the rule. */
function phrasesOf(rule: Rule): RegExp[] {
  switch (rule.kind) {
    case 'one':
    case 'list':
      return phrasesOf(rule.of)
    case 'choice':
      return rule.values.map((value) => literally(`\`${value}\``))
    case 'number':
      return phrasesOfNumber(rule)
    case 'url':
      return [{ http: /http\(s\)|http or https/, ws: /`ws:.*`wss:/, sip: /`sip:/ }[rule.scheme]]
    case 'texts':
      return [
        ...(rule.keys ?? []).map((key) => literally(`\`${key}\``)),
        ...(rule.mostCharacters ? [alone(`at most ${rule.mostCharacters} characters`)] : []),
      ]
    default:
      return []
  }
}

function phrasesOfNumber({ min, max, step, unit }: NumberRule): RegExp[] {
  const others = [
    ...(step === undefined ? [] : [alone(`in steps of ${step}`)]),
    ...(unit === undefined ? [] : [new RegExp(unit, 'i')]),
  ]
  if (min === undefined) return max === undefined ? others : [alone(`${max} or less`), ...others]
  return [alone(max === undefined ? `${min} or more` : `${min} to ${max}`), ...others]
}

function literally(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
}

/** The phrase, not as a part of longer numbers: `0 to 10` is not in `10 to 100`. */
function alone(phrase: string): RegExp {
  return new RegExp(`(?<![\\d.-])${literally(phrase).source}(?!\\.?\\d)`)
}
