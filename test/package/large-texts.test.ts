import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { root } from '../../scripts/tools'

// As in a process that has compiled so many patterns that the engine interprets the next ones, which takes more room for each character.
const interpreted = '--no-regexp-optimization'

const script = `
import { check } from '${pathToFileURL(join(root, 'dist/index.js'))}'
const text = 'a'.repeat(10_000_000)
const endpoints = [
  { type: 'phone', number: text, dtmfAnswer: text, shaken: text },
  { type: 'sip', uri: text, headers: { [text]: text } },
  { type: 'websocket', uri: text, headers: { [text]: text } },
]
const codes = endpoints.map((endpoint) =>
  check([{ action: 'connect', from: text, endpoint: [endpoint] }]).map(({ code }) => code),
)
const talk = \`<speak><prosody pitch="+\${'1'.repeat(10_000_000)}%">Hello</prosody></speak>\`
codes.push(check([{ action: 'talk', text: talk }]).map(({ code }) => code))
console.log(JSON.stringify(codes))
`

it('texts of megabytes are checked wherever the engine has little room', () => {
  const args = [interpreted, '--input-type=module', '--eval', script]
  const codes: string[][] = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
  expect(codes).toHaveLength(4)
  for (const found of codes) expect(found).not.toStrictEqual([])
})
