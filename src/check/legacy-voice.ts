import type { Json } from '../element/json'
import type { Detail } from '../issues/messages'
import { type Finding, linksOf } from '../issues/report'
import { legacyVoice } from '../speech/legacy-voices'

/**
 * Adds to an old option that named a voice the language and the style of this voice. Only `check` does so: a flow that renders does not
 * need the names of all voices.
 */
export function withVoice(finding: Finding, ncco: Json | undefined): Finding {
  if (finding.code !== 'legacy-option' && finding.code !== 'unknown-option') return finding
  const detail = finding.detail as Detail<'legacy-option' | 'unknown-option'>
  if (!detail.today?.includes('style')) return finding
  const name = valueAt(finding, ncco)
  const voice = typeof name === 'string' ? legacyVoice(name) : undefined
  return voice ? { ...finding, detail: { ...detail, voice } } : finding
}

function valueAt({ path }: Finding, ncco: Json | undefined): Json | undefined {
  let value = ncco
  for (const { key } of linksOf(path)) {
    value =
      typeof value === 'object' && value !== null ? Reflect.get(value, String(key)) : undefined
  }
  return value
}
