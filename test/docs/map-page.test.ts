import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { findingCodes } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { addMap } from '../../src/cli/map-command'

const page = readFileSync(new URL('../../docs/map.md', import.meta.url), 'utf8')

describe('docs/map.md', () => {
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
