import { isDeepStrictEqual } from 'node:util'
import type { Json, JsonObject } from 'ncco-jsx'
import { toTsx } from 'ncco-jsx/convert'
import { renderModule } from '../support/tsx-source'

/** What becomes of an NCCO that is converted to TSX, compiled and rendered. */
export interface RoundTrip {
  readonly source: string
  /** Whether the same NCCO came back. An empty `dtmf` or `speech` object counts as absent. */
  readonly isSame: boolean
  readonly usesUnchecked: boolean
  readonly usesRaw: boolean
}

export function roundTrip(ncco: unknown): RoundTrip {
  const source = toTsx(ncco)
  const isSame = (['typescript', 'esbuild'] as const).every((compiler) => {
    const [back] = renderModule(source, compiler)
    return isSameNcco(back, ncco)
  })
  return {
    source,
    isSame,
    usesUnchecked: source.includes(' unchecked={{'),
    usesRaw: source.includes('<Raw'),
  }
}

/** Whether two NCCOs say the same, where an empty `dtmf` or `speech` object counts as absent. */
export function isSameNcco(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(withoutEmptyParts(one as Json), withoutEmptyParts(other as Json))
}

/** The NCCO without the settings of inputs that say nothing. */
function withoutEmptyParts(ncco: Json): Json {
  if (!Array.isArray(ncco)) return ncco
  return ncco.map((entry) => {
    const isInput = typeof entry === 'object' && !Array.isArray(entry) && entry?.action === 'input'
    return isInput ? withoutEmpty(entry as JsonObject) : entry
  })
}

function withoutEmpty(input: JsonObject): JsonObject {
  const isEmpty = ([key, value]: [string, Json]) =>
    (key === 'dtmf' || key === 'speech') && isDeepStrictEqual(value, {})
  return Object.fromEntries(Object.entries(input).filter((entry) => !isEmpty(entry)))
}
