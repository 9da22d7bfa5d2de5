import { describe, expect, it } from 'vitest'
import { isParsableUrl } from '../../src/options/parsable-url'

describe('isParsableUrl', () => {
  it('takes a host with letters of other alphabets each of many times', () => {
    const takenAlways = Array.from({ length: 10_000 }).every(() =>
      isParsableUrl('https://münchen.example/answer'),
    )
    expect(takenAlways).toBe(true)
  })

  it.each(['', '/answer', 'https://', 'https://exa mple.com'])('refuses %j', (url) => {
    expect(isParsableUrl(url)).toBe(false)
  })
})
