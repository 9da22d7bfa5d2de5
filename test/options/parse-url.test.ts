import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseUrl } from '../../src/options/parse-url'

describe('parseUrl', () => {
  it('takes a host with letters of other alphabets each of many times', () => {
    const takenAlways = Array.from({ length: 10_000 }).every(() =>
      parseUrl('https://münchen.example/answer'),
    )
    expect(takenAlways).toBe(true)
  })

  it.each(['', '/answer', 'https://', 'https://exa mple.com'])('refuses %j', (url) => {
    expect(parseUrl(url)).toBeUndefined()
  })
})

describe('URL.canParse', () => {
  it('is called nowhere in src', () => {
    const folder = new URL('../../src/', import.meta.url)
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    )
    const callers = files.filter((file) =>
      readFileSync(new URL(file.replaceAll('\\', '/'), folder), 'utf8').includes('URL.canParse'),
    )
    expect(files.length).toBeGreaterThan(100)
    expect(callers).toStrictEqual([])
  })
})
