import { describe, expect, it } from 'vitest'
import { andThen, attempt, isPending } from '../../src/element/maybe-promise'

const broken = (): never => {
  throw new Error('broken')
}
// biome-ignore lint/suspicious/noThenProperty: some databases return such objects instead of promises.
const thenable = { then: (resolve: (value: number) => void) => resolve(1) } as Promise<number>

describe('andThen', () => {
  it('goes on at once with a value that is there', () => {
    expect(andThen(1, (value) => value + 1)).toBe(2)
  })

  it.each([
    ['a promise', Promise.resolve(1)],
    ['a thenable', thenable],
  ])('goes on with %s when it settles', async (_, value) => {
    const next = andThen(value, (value) => value + 1)
    expect(next).toBeInstanceOf(Promise)
    expect(await next).toBe(2)
  })

  it('passes on a rejection', async () => {
    await expect(andThen(Promise.reject(new Error('broken')), () => 1)).rejects.toThrow('broken')
  })
})

describe('attempt', () => {
  const fail = (error: unknown) => (error as Error).message

  it('gives what the work gives, at once or later', async () => {
    expect(attempt(() => 1, fail)).toBe(1)
    expect(await attempt(async () => 1, fail)).toBe(1)
    expect(await attempt(() => thenable, fail)).toBe(1)
  })

  it('goes on with what the work throws or rejects with', async () => {
    expect(attempt(broken, fail)).toBe('broken')
    expect(await attempt(async () => broken(), fail)).toBe('broken')
  })

  it('does not catch what it goes on with', async () => {
    expect(() => attempt(broken, broken)).toThrow('broken')
    await expect(attempt(async () => broken(), broken)).rejects.toThrow('broken')
  })
})

describe('isPending', () => {
  it.each([1, null, undefined, 'then', [], {}])('is false for %j', (value) => {
    expect(isPending(value)).toBe(false)
  })
})
