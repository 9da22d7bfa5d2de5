import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { nameOf, objects, partsOf } from '../../scripts/objects'
import { rulesBetweenOptions } from '../../scripts/schema-rules'
import { actions } from '../../src/vocabulary'

const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8')

/** The row of the table of docs/elements.md that starts so. */
function rowOfPage(start: string): string {
  const rows = read('../../docs/elements.md').split('\n')
  return rows.find((row) => row.startsWith(`| ${start}`)) ?? ''
}

const rowStarts = { action: 'actions ', endpoint: 'endpoints', part: 'parts ' }

/** `<Component>` in a file name: `on-answer` for `OnAnswer`. */
function kebab(component: string): string {
  return component.replace(/\B[A-Z]/g, '-$&').toLowerCase()
}

const byComponent = objects.map((definition) => [definition.component, definition] as const)

describe.each(byComponent)('<%s>', (component, definition) => {
  it('stands in the table of docs/elements.md', () => {
    expect(rowOfPage(rowStarts[definition.kind])).toContain(`\`${component}\``)
  })

  it('has tests for every option', () => {
    const file = `${kebab(component)}.test.tsx`
    const isThere = existsSync(new URL(file, import.meta.url))
    const text = isThere ? read(file) : `test/vocabulary/${file} is missing`
    expect(text).toContain(`testOptions<${component}Options>(`)
  })

  if (definition.table.checkBetween) {
    it('has its rules between options in the schema', () => {
      expect(Object.keys(rulesBetweenOptions)).toContain(nameOf(definition))
    })
  }
})

describe('the table of docs/elements.md', () => {
  it('names the actions and the endpoints in the order of the reference', () => {
    const inOrder = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(' ')
    const connect = actions.find(({ name }) => name === 'connect')
    const endpoints = connect ? partsOf(connect).filter(({ kind }) => kind === 'endpoint') : []
    expect(rowOfPage('actions ')).toContain(inOrder(actions.map(({ component }) => component)))
    expect(rowOfPage('endpoints')).toContain(inOrder(endpoints.map((one) => one.component)))
  })
})
