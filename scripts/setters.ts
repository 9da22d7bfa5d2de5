import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { objects } from './objects'
import { root } from './tools'

export const settersFile = join(root, 'src/options/setters.ts')

/** Writes the module of the setters anew, if the tables have changed. */
export function writeSetters(): void {
  const text = settersModule()
  if (readFileSync(settersFile, 'utf8') !== text) writeFileSync(settersFile, text)
}

/** The text of the module that sets each key of the tables. */
export function settersModule(): string {
  const keys = objects.flatMap(({ table }) => table.rows.map(({ key }) => key))
  return `// Made by \`npm run build\` from the tables of the vocabulary. Not to be edited.
import type { Json, JsonObject } from '../element/json'

/** Sets one key of an object. */
export type Setter = (object: JsonObject, value: Json) => void

/** For each key of the tables. An engine sets a key that stands in the code sooner than one that it has to look up. */
export const setters: Readonly<Record<string, Setter>> = {
${[...new Set(keys)].sort().map(toSetter).join('')}}
`
}

function toSetter(key: string): string {
  const isName = /^\w+$/.test(key)
  return `  ${isName ? key : `'${key}'`}: (object, value) => {
    object${isName ? `.${key}` : `['${key}']`} = value
  },
`
}
