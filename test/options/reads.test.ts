import fc from 'fast-check'
import { type Ncco, NccoError, type NccoNode, render } from 'ncco-jsx'
import { expect, it } from 'vitest'
import { checkSequence } from '../../src/check/sequence'
import { isJsonObject, type Json, type JsonObject } from '../../src/element/json'
import { root } from '../../src/issues/report'
import type { Definition } from '../../src/options/table'
import { actionOf } from '../../src/vocabulary/index'
import { corpusNotice, readCases } from '../conformance/corpus'
import { anyFlow } from '../support/any-flow'

/** An object that records which of its options are read, also of those inside it. */
function watched(object: JsonObject, definition: Definition, reads: Set<string>): JsonObject {
  return new Proxy(object, {
    get(target, key) {
      const row = definition.table.byKey.get(String(key))
      const value = Object.hasOwn(target, key) ? target[String(key)] : undefined
      if (row && !row.isRead) reads.add(`${definition.component} ${row.prop}`)
      const inner = row?.rule.kind === 'child' ? row.rule.definitions : []
      const watch = (entry: Json) => {
        const found = isJsonObject(entry)
          ? inner.find(({ tag }) => tag === undefined || tag[1] === entry.type)
          : undefined
        return found ? watched(entry as JsonObject, found, reads) : entry
      }
      return Array.isArray(value) ? value.map(watch) : value && watch(value)
    },
  })
}

/** The options that rules between options or between actions read, though their table does not say so. */
function undeclaredReads(ncco: readonly unknown[]): string[] {
  const reads = new Set<string>()
  const known = ncco.filter((entry) => isJsonObject(entry) && actionOf(entry.action) !== undefined)
  const actions = known.map((entry) => {
    const object = entry as JsonObject
    return { object, definition: actionOf(object.action) as Definition }
  })
  for (const { object, definition } of actions)
    definition.table.acceptsBetween(watched(object, definition, reads))
  const whole = actions.map(({ object, definition }) => watched(object, definition, reads))
  checkSequence(whole, root, () => {}, { strict: true })
  return [...reads]
}

it('a table names every option that a rule between options or between actions reads', () => {
  fc.assert(
    fc.property(anyFlow, (make) => {
      expect(undeclaredReads(nccoOf(make(true, { most: 0 }) as NccoNode))).toStrictEqual([])
    }),
    { numRuns: 300 },
  )
})

function nccoOf(flow: NccoNode): Ncco {
  try {
    return render(flow, { onWarning: () => {} })
  } catch (error) {
    if (error instanceof NccoError) return []
    throw error
  }
}

it(`a table names every option that these rules read in the corpus${corpusNotice}`, () => {
  for (const { ncco } of readCases()) {
    if (Array.isArray(ncco)) expect(undeclaredReads(ncco)).toStrictEqual([])
  }
})
