import type { Schema } from '../../scripts/json-schema'
import { requireTool } from '../tools'

/** The part of zod's types that the conversion needs; zod is not installed with the project. */
interface Type {
  int(): Type
  min(least: number): Type
  max(most: number): Type
  regex(pattern: RegExp): Type
  optional(): Type
  catchall(type: Type): Type
  safeParse(value: unknown): { readonly success: boolean }
}

type Shape = Readonly<Record<string, Type>>

const { z } = requireTool('zod') as {
  z: Record<'string' | 'number' | 'boolean' | 'unknown', () => Type> & {
    literal(value: unknown): Type
    enum(values: readonly string[]): Type
    array(items: Type): Type
    record(keys: Type, values: Type): Type
    object(shape: Shape): Type
    strictObject(shape: Shape): Type
    discriminatedUnion(tag: string, choices: readonly Type[]): Type
  }
}

/**
 * The JSON Schema of the NCCO, which is made from the option tables, as a schema of zod: every object, option, type,
 * range, length and pattern. Conditions between options (`if`, `not`) are left out; zod has no word for them.
 */
export function toZod(schema: Schema): Type {
  const definitions = schema.$defs as Readonly<Record<string, Schema>>
  const made = new Map<string, Type>()
  return convert(schema)

  function named(reference: unknown): Type {
    const name = String(reference).slice('#/$defs/'.length)
    const type = made.get(name) ?? convert(definitions[name] ?? {})
    made.set(name, type)
    return type
  }

  function convert(node: Schema): Type {
    if (node.$ref) return named(node.$ref)
    if ('const' in node) return z.literal(node.const)
    if (node.enum) return z.enum(node.enum as string[])
    switch (node.type) {
      case 'string':
        return text(node)
      case 'boolean':
        return z.boolean()
      case 'integer':
        return within(z.number().int(), node.minimum, node.maximum)
      case 'number':
        return within(z.number(), node.minimum, node.maximum)
      case 'array':
        return within(z.array(convert((node.items ?? {}) as Schema)), node.minItems, node.maxItems)
      case 'object':
        return choice(node) ?? object(node)
      default:
        return z.unknown()
    }
  }

  function text({ minLength, maxLength, pattern }: Schema): Type {
    const type = within(z.string(), minLength, maxLength)
    return pattern === undefined ? type : type.regex(new RegExp(String(pattern), 'u'))
  }

  function choice({ properties, allOf = [] }: Schema): Type | undefined {
    const choices = (allOf as Schema[]).map(({ then }) => (then as Schema | undefined)?.$ref)
    const [tag] = Object.keys(properties ?? {})
    if (!tag || choices.length < 2 || choices.includes(undefined)) return undefined
    return z.discriminatedUnion(tag, choices.map(named))
  }

  function object({ properties = {}, required = [], additionalProperties }: Schema): Type {
    const shape = Object.fromEntries(
      Object.entries(properties as Record<string, Schema>).map(([key, option]) => {
        const type = convert(option)
        return [key, (required as string[]).includes(key) ? type : type.optional()]
      }),
    )
    if (additionalProperties === false) return z.strictObject(shape)
    return z.object(shape).catchall(convert((additionalProperties ?? {}) as Schema))
  }
}

function within(type: Type, least: unknown, most: unknown): Type {
  const atLeast = least === undefined ? type : type.min(Number(least))
  return most === undefined ? atLeast : atLeast.max(Number(most))
}
