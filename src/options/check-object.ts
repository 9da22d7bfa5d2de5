import type { JsonObject } from '../element/json'
import { below } from '../issues/report'
import { type NamedOption, option, tagsOf } from '../issues/words'
import type { ExtraOption } from './extra'
import type { Place, Row, Rule } from './table'
import { reportUnknown } from './unknown-option'

/** Applies the option table of an object, and then its own rules, to its NCCO form. */
export function checkObject(object: JsonObject, place: Place): void {
  const { table, tag } = place.object
  const { byKey, extras, required, checkBetween } = table
  const tagKey = tag?.[0]
  for (const key of Object.keys(object)) {
    if (key === tagKey) continue
    const row = byKey.get(key)
    const extra = extras[key]
    if (row !== undefined) {
      if (!row.accepts(object[key])) checkOption(object[key], row, row.rule, place)
    } else if (extra !== undefined) {
      checkOption(object[key], option(key), extra, place)
    } else {
      reportUnknown(key, 'key', place)
    }
  }
  for (const row of required) {
    if (!Object.hasOwn(object, row.key)) reportMissing(row, place)
  }
  checkBetween?.(object, place)
}

/** Applies the rule of an option, or reports one beyond the reference. */
function checkOption(
  value: unknown,
  option: NamedOption,
  rule: Rule | ExtraOption,
  { object, path, report }: Place,
): void {
  rule.check(value, { object, option, path: below(path, option.key), report })
}

function reportMissing(row: Row, { object, path, report }: Place): void {
  const missingAt = below(path, row.key)
  if (row.from === 'prop') return report('missing-option', missingAt, { object, missing: row })
  const { rule } = row
  const content =
    rule.kind === 'child'
      ? {
          tsx: `one of ${tagsOf(rule.definitions).join(', ')}`,
          sample: rule.sample,
        }
      : { tsx: 'the text', sample: undefined }
  report('missing-content', missingAt, { object, missing: row, ...content })
}
