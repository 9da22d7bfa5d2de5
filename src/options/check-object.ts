import type { JsonObject } from '../element/json'
import { below } from '../issues/report'
import { option } from '../issues/words'
import type { ExtraOption } from './extra'
import type { Place, Row } from './table'
import { reportUnknown } from './unknown-option'

/** Applies the option table of an object, and then its own rules, to its NCCO form. */
export function checkObject(object: JsonObject, place: Place): void {
  const { table, tag } = place.object
  const { byKey, extras } = table
  const tagKey = tag?.[0]
  for (const key of Object.keys(object)) {
    if (key === tagKey) continue
    const row = byKey.get(key)
    if (row !== undefined) {
      checkOption(object[key], row, place)
    } else if (extras[key] !== undefined) {
      checkExtra(object[key], key, extras[key], place)
    } else {
      reportUnknown(key, 'key', place)
    }
  }
  checkWhole(object, place)
}

/** Applies what an object must hold, and the rules between its options. */
function checkWhole(object: JsonObject, place: Place): void {
  const { required, checkBetween } = place.object.table
  for (const row of required) {
    if (!Object.hasOwn(object, row.key)) reportMissing(row, place)
  }
  checkBetween?.(object, place)
}

/** Applies the rule of an option. */
function checkOption(value: unknown, option: Row, { object, path, report }: Place): void {
  if (option.accepts(value)) return
  option.rule.check(value, { object, option, path: below(path, option.key), report })
}

/** Reports an option of older NCCOs. */
function checkExtra(
  value: unknown,
  key: string,
  extra: ExtraOption,
  { object, path, report }: Place,
): void {
  extra.check(value, { object, option: option(key), path: below(path, key), report })
}

function reportMissing(row: Row, { object, path, report }: Place): void {
  const missingAt = below(path, row.key)
  if (row.from === 'prop') return report('missing-option', missingAt, { object, missing: row })
  const { rule } = row
  const content =
    rule.kind === 'child'
      ? {
          tsx: `one of ${rule.definitions.map(({ component }) => `<${component}>`).join(', ')}`,
          sample: rule.sample,
        }
      : { tsx: 'the text', sample: undefined }
  report('missing-content', missingAt, { object, missing: row, ...content })
}
