import { below, type Report } from '../issues/report'
import { isJsonObject, type Json, type JsonObject } from '../options/json'

/** What a check looks at beyond the rules themselves. */
export interface CheckOptions {
  /**
   * Also warn of actions after `input`: they run only if its webhook answers without an NCCO.
   * @defaultValue false
   */
  strict?: boolean | undefined
}

/** Applies the rules that span actions. */
export function checkSequence(
  ncco: readonly Json[],
  report: Report,
  options: CheckOptions | null | undefined,
): void {
  // Once on, barge-in stays on until an input is reached; this is the action that switched it on.
  let bargeInSince: number | undefined
  let hasTransferred = false
  const listeners = nextListeners(ncco)
  for (const [index, entry] of ncco.entries()) {
    const action = isJsonObject(entry) ? entry : {}
    const path = below('', index)
    const following = index + 1 < ncco.length ? index + 1 : undefined

    if (isPrompt(action)) {
      checkBargeIn(action, index, bargeInSince, listeners[index], ncco, report)
      if (action.bargeIn === true) bargeInSince ??= index
      if (action.loop === 0 && following !== undefined && bargeInSince === undefined) {
        report('endless-loop', below(path, 'loop'), { index, next: following })
      }
    }
    if (action.action === 'input') bargeInSince = undefined
    if (action.action === 'record' && following === undefined && !hasEndCondition(action)) {
      report('record-without-end', path, { index })
    }
    if (following === undefined || hasTransferred) continue
    const next = { index: following, before: index }
    if (action.action === 'transfer') {
      hasTransferred = true
      report('after-transfer', below('', following), next)
    }
    if (action.action === 'conversation') report('after-conversation', below('', following), next)
    if (action.action === 'input' && options?.strict && action.mode !== 'asynchronous') {
      report('after-input', below('', following), next)
    }
  }
}

/** For each action the next one that is no prompt. */
function nextListeners(ncco: readonly Json[]): (number | undefined)[] {
  const listeners: (number | undefined)[] = []
  let next: number | undefined
  // From the end, so that a long run of prompts is not searched again for each of them.
  for (let index = ncco.length - 1; index >= 0; index--) {
    listeners[index] = next
    if (!isPrompt(ncco[index] ?? null)) next = index
  }
  return listeners
}

function checkBargeIn(
  action: JsonObject,
  index: number,
  since: number | undefined,
  next: number | undefined,
  ncco: readonly Json[],
  report: Report,
): void {
  const path = below(below('', index), 'bargeIn')
  if (action.bargeIn === false && since !== undefined) {
    report('barge-in-sticks', path, { index, since })
  }
  if (action.bargeIn !== true) return
  const listener = next === undefined ? undefined : ncco[next]
  if (isJsonObject(listener) && listener.action === 'input') return
  report('barge-in-without-input', path, { index, next })
}

function isPrompt(entry: Json): boolean {
  return isJsonObject(entry) && (entry.action === 'talk' || entry.action === 'stream')
}

function hasEndCondition(record: JsonObject): boolean {
  return ['endOnSilence', 'endOnKey', 'timeOut'].some((key) => Object.hasOwn(record, key))
}
