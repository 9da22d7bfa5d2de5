import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { explore, findingCodes } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { addMap } from '../../src/cli/map-command'
import { formatMapText } from '../../src/cli/map-text'
import { answering, connect, keys, talk } from '../support/answering'

const page = readFileSync(new URL('../../docs/map.md', import.meta.url), 'utf8')

const menu = [talk('For sales, press 1. For support, press 2.'), keys({ maxDigits: 1 })]
const app = answering({
  '/answer': menu,
  '/chosen': ({ dtmf }) =>
    (dtmf as { digits: string | null }).digits === '1'
      ? [talk('Sales.'), connect(), talk('Nobody is free. Goodbye.')]
      : [talk('Sorry, I did not get that.'), ...menu],
})

describe('docs/map.md', () => {
  it('shows the map of a menu as the command prints it', async () => {
    const [, shown = ''] = /```text\n(s1 [^`]+)```/.exec(page) ?? []
    const [map] = shown.split('As of ')
    expect(map).toBe(formatMapText(await explore(app)))
  })

  it('has a row for each finding, in their order', () => {
    const [, section = ''] = page.split('\n## Findings\n')
    const rows = [...section.matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, code]) => code)
    expect(rows).toStrictEqual(findingCodes)
  })

  it('names each option of the command', () => {
    const program = new Command()
    addMap(program)
    const options = program.commands[0]?.options.map(({ long }) => long) ?? []
    expect(options.length).toBeGreaterThan(12)
    const [, section = ''] = page.split('\n## The command\n')
    expect(options.filter((option) => !section.includes(`${option}`))).toStrictEqual([])
  })
})
