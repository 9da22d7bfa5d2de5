import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, type Ncco } from 'ncco-jsx'
import { beforeAll, describe, expect, it } from 'vitest'
import { isIssueCode } from '../../scripts/message-tables'
import { objects, partsOf, withParts } from '../../scripts/objects'
import { readComments } from '../../scripts/option-comments'
import { makeElementPages } from '../../scripts/reference/element-pages'
import { type Page, toFileName } from '../../scripts/reference/page'
import { readSample } from '../../scripts/reference/samples'
import { makeSsmlPage } from '../../scripts/reference/ssml-page'
import { root } from '../../scripts/tools'
import type { Row, Rule } from '../../src/options/table'
import { ssmlTags } from '../../src/speech/ssml'
import { codeBlocks } from '../support/generated'

const comments = readComments()
let pages: readonly Page[] = []
let ssml = ''

beforeAll(async () => {
  pages = await makeElementPages()
  ssml = (await makeSsmlPage()).text
})

function textOf(component: string): string {
  return pages.find(({ title }) => title === component)?.text ?? ''
}

/** The cells of the row of a table that begins with this option. */
function cellsOf(page: string, option: string): string[] {
  const line = page
    .split('\n')
    .find((text) => /^\| (?:<a id="[\w-]+"><\/a>)?`([^`]+)`/.exec(text)?.[1] === option)
  return (line ?? '').split(/(?<!\\)\|/).map((cell) => cell.trim())
}

describe.each(objects.map((object) => [object.component, object] as const))(
  'the page of <%s>',
  (component, definition) => {
    const props = definition.table.rows.filter(({ from }) => from === 'prop')

    it('says what it does, and which section of the Vonage page says so', () => {
      const { text = '', see = '' } = comments.get(component) ?? {}
      expect(text).not.toBe('')
      expect(textOf(component)).toContain(text.split('\n')[0])
      expect(textOf(component)).toContain(`<${see}>`)
    })

    it.each(props.map((row) => [row.prop, row] as const))(
      'has a row for %s, with its spelling, range and default',
      (prop, row) => {
        const [, name = '', values = '', byDefault = ''] = cellsOf(textOf(component), prop)
        const isArray = row.rule.kind === 'one'
        const spelling = isArray ? `"${row.key}": […]` : `"${row.key}"`
        expect(name.includes(`in the NCCO \`${spelling}\``)).toBe(isArray || row.key !== prop)
        for (const phrase of phrasesOf(row.rule)) expect(values).toContain(phrase)
        expect(byDefault).toBe(defaultOf(component, row))
      },
    )

    it('names each element that may stand inside it', () => {
      for (const { component: name } of partsOf(definition)) {
        expect(textOf(component)).toContain(`[\`<${name}>\`](${toFileName(name)}.md)`)
        expect(textOf(name)).toContain(`[\`<${component}>\`](${toFileName(component)}.md)`)
      }
    })

    it('links every code that the tests of the element expect', () => {
      // They also try what stands inside it, and beside it.
      const file = join(root, `test/vocabulary/${toFileName(component)}.test.tsx`)
      const named = [...readFileSync(file, 'utf8').matchAll(/'([a-z]+(?:-[a-z0-9]+)+)'/g)]
      const codes = named.map(([, code = '']) => code).filter(isIssueCode)
      const around = [
        definition,
        ...objects.filter(({ table }) =>
          definition.table.inside.some((owner) => table.inside.includes(owner)),
        ),
      ]
      const family = [
        component,
        ...definition.table.inside,
        ...around.flatMap(withParts).map((one) => one.component),
      ]
      const text = family.map(textOf).join('\n')
      expect(codes.length).toBeGreaterThan(0)
      expect(codes.filter((code) => !text.includes(`errors.md#${code})`))).toStrictEqual([])
    })

    it('shows the NCCO that its sample renders to, without a finding', async () => {
      await expectSample(textOf(component), toFileName(component))
    })
  },
)

/** The words of a rule that its row must have. */
function phrasesOf(rule: Rule): string[] {
  switch (rule.kind) {
    case 'one':
    case 'list':
      return phrasesOf(rule.of)
    case 'choice':
      return rule.values.map((value) => `\`${value}\``)
    case 'flag':
      return ['`true`', '`false`']
    case 'number': {
      const { min, max, step, unit, whole } = rule
      const range =
        min === undefined ? [] : [max === undefined ? `${min} or more` : `${min} to ${max}`]
      const steps = step === undefined ? [] : [`steps of ${step}`]
      return [...range, ...steps, ...(unit ? [unit] : []), ...(whole ? ['whole number'] : [])]
    }
    case 'url':
      return [{ http: 'http(s) URL', ws: 'ws(s) URL', sip: 'SIP address' }[rule.scheme]]
    case 'texts':
      return [...(rule.keys ?? []), ...(rule.mostCharacters ? [`${rule.mostCharacters}`] : [])]
    default:
      return []
  }
}

function defaultOf(component: string, { prop, isRequired }: Row): string {
  const value = comments.get(component)?.options.get(prop)?.defaultValue
  if (isRequired) return '**required**'
  if (value === undefined) return 'absent'
  return value.includes("'") ? value.replaceAll("'", '`') : `\`${value}\``
}

/** Renders a sample anew, and compares it with the NCCO on the page. */
async function expectSample(text: string, name: string): Promise<void> {
  const { source, turns } = await readSample(name)
  const shown = codeBlocks(text, 'json').map((json): Ncco => JSON.parse(json))
  const at = shown.findIndex((ncco) => JSON.stringify(ncco) === JSON.stringify(turns[0]?.ncco))
  expect(text).toContain(source.trim())
  expect(shown.slice(at, at + turns.length)).toStrictEqual(turns.map(({ ncco }) => ncco))
  expect(turns.flatMap(({ ncco }) => check(ncco))).toStrictEqual([])
}

describe('the page of SSML', () => {
  it.each(Object.entries(ssmlTags))(
    'has a section for %s, with its attributes',
    async (name, tag) => {
      const [, section = ''] = ssml.split(`## ${name} {#${name}}\n`)
      const own = section.split('\n## ')[0] ?? ''
      for (const [attribute, { values = [], required }] of Object.entries(tag.attributes)) {
        const [, , shown = '', byDefault = '', words = ''] = cellsOf(own, attribute)
        for (const value of values) expect(shown).toContain(`\`${value}\``)
        expect(byDefault).toBe(required ? '**required**' : 'absent')
        expect(words).toMatch(/\.$/)
      }
      await expectSample(own, `ssml/${name}`)
    },
  )
})
