import { Ajv2020, type ErrorObject } from 'ajv/dist/2020'
import { check, type Issue, type IssueCode } from 'ncco-jsx'
import { makeSchema } from '../../scripts/schema'
import { isJsonObject } from '../../src/element/json'
import { below, pointer, root } from '../../src/issues/report'

/** Errors of `check` that a schema of single objects cannot express, with the reason. */
export const beyondSchema: Partial<Record<IssueCode, string>> = {
  'barge-in-without-input': 'depends on the actions that follow',
  'after-transfer': 'depends on the action before',
  'ssml-malformed': 'no pattern matches nested tags',
  'ssml-missing-attribute': 'is about a tag inside a text',
  'not-json': 'is about what no JSON text can hold, or no validator can hold in memory',
}

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(makeSchema())

/** The places that the schema refuses and those where `check` finds an error, as JSON pointers; in order. */
export function refusals(ncco: unknown): { schema: string[]; check: string[] } {
  validate(ncco)
  const bySchema = (validate.errors ?? []).flatMap(toPlaces)
  const errors = check(ncco).filter(({ severity }) => severity === 'error')
  const told = errors.filter((issue) => !isBeyondSchema(issue, ncco))
  const byCheck = told.map((issue) => toPlace(issue, ncco)).filter((path) => !isBelowBare(path))
  // What a schema says of a text that it cannot judge whole is no disagreement.
  const aside = errors.filter((issue) => isBeyondSchema(issue, ncco)).map(({ path }) => path)
  return {
    schema: sorted(bySchema.filter((path) => byCheck.includes(path) || !aside.includes(path))),
    check: sorted(byCheck),
  }

  /** `check` also looks into an object that should stand in an array. */
  function isBelowBare(path: string): boolean {
    return errors.some((one) => one.code === 'not-an-array' && path.startsWith(`${one.path}/`))
  }
}

function isBeyondSchema({ code, path }: Issue, ncco: unknown): boolean {
  // How long SSML with a CDATA section is, no pattern can count; any other length it can.
  if (code === 'too-long') return /^\s*<speak.*<!\[CDATA\[/is.test(String(valueAt(ncco, path)))
  // A host that no URL can have, no pattern can describe; a text of another form it can.
  if (code === 'bad-url')
    return /^(https?|wss?):\/\/[^\s/?#]\S*$/i.test(String(valueAt(ncco, path)))
  return code in beyondSchema
}

/** Where the schema says what `check` says of the object around it: at the key that is missing. */
function toPlace({ code, path }: Issue, ncco: unknown): string {
  if (code === 'not-an-action' && isJsonObject(valueAt(ncco, path))) return `${path}/action`
  if (code === 'sip-address' && !path.endsWith('/uri')) return `${path}/domain`
  return path
}

function toPlaces({ keyword, instancePath, params, propertyName }: ErrorObject): string[] {
  // Of both, another error tells the place.
  if (keyword === 'if' || propertyName !== undefined) return []
  const key = params.missingProperty ?? params.additionalProperty ?? params.propertyName
  return [key === undefined ? instancePath : instancePath + pointer(below(root, key))]
}

function valueAt(ncco: unknown, path: string): unknown {
  const keys = path.split('/').slice(1)
  return keys.reduce<unknown>((value, key) => (value as Record<string, unknown>)?.[key], ncco)
}

function sorted(places: readonly string[]): string[] {
  return [...new Set(places)].sort()
}
