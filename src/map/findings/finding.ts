import { jsonWords } from '../../issues/json-words'
import { explain } from '../../issues/message'
import type { MapFinding } from '../call-map'
import type { KnownState } from '../known-state'
import { type FindingCode, type FindingDetail, mapMessages } from '../messages'

/** Puts a finding into words. */
export function finding<C extends FindingCode>(
  code: C,
  { id, script }: Pick<KnownState, 'id' | 'script'>,
  detail: FindingDetail<C>,
): MapFinding {
  const { message, remedy } = explain(mapMessages, code, detail, jsonWords())
  return { code, state: id, script, message, remedy }
}
