/** A JSON Schema, as JSON. */
export type Schema = Readonly<Record<string, unknown>>

/** A schema that applies to an object under a condition. */
export function when(condition: Schema, consequence: Schema): Schema {
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
  return { if: condition, then: consequence }
}

export function not(schema: Schema): Schema {
  return { not: schema }
}

export function has(key: string): Schema {
  return { ...hold(key, true), required: [key] }
}

export function is(key: string, value: string | boolean): Schema {
  return { ...has(key), ...hold(key, { const: value }) }
}

/** The option, where it is there, keeps to a schema. */
export function hold(key: string, schema: Schema | boolean): Schema {
  return { properties: { [key]: schema } }
}

export function refuse(key: string): Schema {
  return hold(key, false)
}
