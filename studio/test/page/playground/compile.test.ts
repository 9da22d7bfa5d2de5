import { describe, expect, it } from 'vitest'
import { compile } from '../../../page/playground/compile/compile'

describe('compile', () => {
  it('keeps the lines of statements', () => {
    const compiled = compile('const a: number = 1\n\n\nexport default () => {\n  throw a\n}\n')
    const lines = 'code' in compiled ? compiled.code.split('\n') : []
    expect(lines.findIndex((line) => line.includes('throw a'))).toBe(4)
  })

  it('tells where a mistake is, counted from 1', () => {
    expect(compile('const a = <Talk>\nx')).toStrictEqual({
      error: { message: 'Unterminated JSX contents.', line: 1, column: 17 },
    })
  })

  it.each([
    ["import fs from 'node:fs'\nfs", 1, 1],
    ["\n  import './texts'", 2, 3],
    ["export * from 'react'", 1, 1],
    ["export { a } from 'react'", 1, 1],
  ])('refuses %j with its place', (source, line, column) => {
    const compiled = compile(source)
    expect(compiled).toMatchObject({ error: { line, column } })
    expect('error' in compiled && compiled.error.message).toMatch(
      /^The playground has no module ".+"\. Import from ncco-jsx, ncco-jsx\/dialog or ncco-jsx\/serve, and write/,
    )
  })

  it('does not mind types from elsewhere', () => {
    expect(compile("import type { Request } from 'express'\nlet a: Request")).toHaveProperty('code')
  })
})
