import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../scripts/tools'
import { serveMessages } from '../../src/serve/messages'

const read = (page: string) => readFileSync(join(root, 'docs', page), 'utf8')

/** The status of each code with which an app refuses a request. */
const refusals: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(serveMessages).flatMap(([code, row]) =>
    'status' in row ? [[code, row.status]] : [],
  ),
)

/** What is no refusal fails in the flow, and has the status that Vonage retries. */
const statusOf = (code: string) => [code, refusals[code] ?? 503]

describe('the statuses that the pages tell are those of the app', () => {
  it('in docs/errors.md, for every refusal', () => {
    const sections = read('errors.md').split(/^### /m)
    const told = sections.flatMap((section) => {
      const [, code, status] = /^(\S+)\n.*?The response is (\d{3})/s.exec(section) ?? []
      return code === undefined ? [] : [[code, Number(status)] as const]
    })
    expect(told).toStrictEqual(told.map(([code]) => statusOf(code)))
    const codes = told.map(([code]) => code)
    expect(Object.keys(refusals).filter((code) => !codes.includes(code))).toStrictEqual([])
  })

  it('in docs/guide/troubleshooting.md', () => {
    const rows = read('guide/troubleshooting.md').matchAll(/^\| (\d{3}), \[([\w-]+)\]/gm)
    const told = [...rows].map(([, status, code = '']) => [code, Number(status)] as const)
    expect(told.length).toBeGreaterThan(4)
    expect(told).toStrictEqual(told.map(([code]) => statusOf(code)))
  })
})
