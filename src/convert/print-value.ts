import { builders } from 'prettier/doc'
import type { Json, JsonObject } from '../element/json'
import type { Note, Notes } from './notes'

const { fill, group, hardline, ifBreak, indent, join, line, softline } = builders

/** Lays out a JSON value as a TypeScript expression, with the notes on what is in it. */
export function printValue(value: Json, notes: Notes): builders.Doc {
  if (typeof value === 'string') return printString(value)
  if (Array.isArray(value)) return printArray(value, notes)
  if (typeof value === 'object' && value !== null) return printObject(value, notes)
  return Object.is(value, -0) ? '-0' : String(value).replace('e+', 'e')
}

/** A string literal in the quotes that need fewer escapes. */
export function printString(text: string): string {
  // Editors and reviewers should see what is invisible.
  const json = JSON.stringify(text).replace(/[^\P{C}\u200d]|[\u2028\u2029\u00a0\ufeff]/gu, escaped)
  const doubles = text.split('"').length
  const singles = text.split("'").length
  if (doubles <= singles) return json
  return `'${json.slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'")}'`
}

function escaped(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}

function printArray(values: readonly Json[], notes: Notes): builders.Doc {
  const ofValues = notes.get(values)
  if (values.length === 0) {
    const inside = toComments(ofValues?.get(0))
    return inside.length === 0
      ? '[]'
      : ['[', indent([hardline, join(hardline, inside)]), hardline, ']']
  }
  const areNumbers =
    values.length > 1 && !ofValues && values.every((value) => typeof value === 'number')
  const separated = values.map((value, index) => [
    printNotes(ofValues?.get(index)),
    printValue(value, notes),
    index < values.length - 1 ? ',' : '',
  ])
  const inside = areNumbers
    ? fill(separated.flatMap((value, index) => (index === 0 ? [value] : [line, value])))
    : join(line, separated)
  const body = ['[', indent([softline, inside]), ifBreak(','), softline, ']']
  return group(body, { shouldBreak: isMatrix(values) })
}

/** Whether these are objects or lists that each hold several values, which are easier to read below each other. */
function isMatrix(values: readonly Json[]): boolean {
  const isList = Array.isArray(values[0])
  return (
    values.length > 1 &&
    values.every((value) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value) !== isList)
        return false
      return Object.keys(value).length > 1
    })
  )
}

function printObject(object: JsonObject, notes: Notes): builders.Doc {
  const entries = Object.entries(object)
  if (entries.length === 0) return '{}'
  const ofObject = notes.get(object)
  const properties = entries.map(([key, value]) => [
    printNotes(ofObject?.get(key)),
    printProperty(printKey(key), value, notes),
  ])
  return group(['{', indent([line, join([',', line], properties)]), ifBreak(','), line, '}'])
}

function printProperty(key: string, value: Json, notes: Notes): builders.Doc {
  const printed = printValue(value, notes)
  // Below a name that is shorter than this a long text would win no room.
  const isShort = key.length < 5
  if (typeof value !== 'string' || isShort) return [key, ': ', printed]
  return [key, ':', group(indent([line, printed]))]
}

/** Lays out notes as comments above a value. */
function printNotes(notes: readonly Note[] | undefined): builders.Doc {
  return toComments(notes).map((comment) => [comment, hardline])
}

/** A comment for each line of the notes, which is broken into several where it is long. */
function toComments(notes: readonly Note[] = []): builders.Doc[] {
  return notes.flat().map((text) => ['// ', fill(join(wordBreak, text.split(' ')))])
}

const wordBreak = ifBreak([hardline, '// '], ' ')

/** The name of a property. Written plainly, `__proto__` would set the prototype instead. */
function printKey(key: string): string {
  if (key === '__proto__') return '["__proto__"]'
  return isName.test(key) && !/[\ud800-\udfff]/.test(key) ? key : printString(key)
}

const isName = /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u
