import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { objects } from '../../scripts/objects'
import { settersFile, settersModule } from '../../scripts/setters'
import type { JsonObject } from '../../src/element/json'

describe('the setters', () => {
  it('are what the tables give: `npm run build` writes them anew', () => {
    expect(readFileSync(settersFile, 'utf8')).toBe(settersModule())
  })

  it('set their keys', () => {
    for (const { table } of objects) {
      for (const { key, set } of table.rows) {
        const object: JsonObject = {}
        set(object, key)
        expect(object).toStrictEqual({ [key]: key })
      }
    }
  })
})
