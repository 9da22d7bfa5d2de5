import { isJsonObject, type Json, type JsonObject } from '../element/json'
import { below, type Path, type Report, root } from '../issues/report'

/** Options of a check. */
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
  path: Path,
  report: Report,
  options: CheckOptions | null | undefined,
): void {
  // Once on, barge-in stays on until an input is reached; this is the action that switched it on.
  let bargeInSince: number | undefined
  let hasTransferred = false
  // The next action that is not a prompt; kept, so that a long run of prompts is not searched again for each of them.
  let listener = 0
  for (let index = 0; index < ncco.length; index++) {
    const action = ncco[index]
    if (!isJsonObject(action)) continue
    const { action: name } = action
    const following = index + 1 < ncco.length ? index + 1 : undefined

    if (name === 'talk' || name === 'stream') {
      if (action.bargeIn !== undefined) {
        if (listener <= index) listener = nextListener(ncco, index + 1)
        const at = below(below(path, index), 'bargeIn')
        checkBargeIn(action, index, bargeInSince, listener, ncco, at, report)
        if (action.bargeIn === true) bargeInSince ??= index
      }
      if (action.loop === 0 && following !== undefined && bargeInSince === undefined) {
        report('endless-loop', below(below(path, index), 'loop'), { index, next: following })
      }
    }
    if (name === 'input') bargeInSince = undefined
    if (name === 'record' && following === undefined && !hasEndCondition(action)) {
      report('record-without-end', below(path, index), { index })
    }
    if (following === undefined || hasTransferred) continue
    if (name === 'transfer') {
      hasTransferred = true
      report('after-transfer', below(path, following), { index: following, before: index })
    }
    if (name === 'conversation') {
      report('after-conversation', below(path, following), { index: following, before: index })
    }
    if (name === 'input' && options?.strict && action.mode !== 'asynchronous') {
      report('after-input', below(path, following), { index: following, before: index })
    }
  }
}

// Set by `doubt`. Nothing else runs while the rules do.
let isInDoubt = false

const doubt: Report = () => {
  isInDoubt = true
}

/** Whether the rules that span actions have nothing to report. */
export function acceptsSequence(
  ncco: readonly Json[],
  options: CheckOptions | null | undefined,
): boolean {
  isInDoubt = false
  checkSequence(ncco, root, doubt, options)
  return !isInDoubt
}

/** The first action from here on that is not a prompt. */
function nextListener(ncco: readonly Json[], from: number): number {
  let index = from
  while (isPrompt(ncco[index])) index++
  return index
}

function checkBargeIn(
  action: JsonObject,
  index: number,
  since: number | undefined,
  listener: number,
  ncco: readonly Json[],
  path: Path,
  report: Report,
): void {
  if (action.bargeIn === false && since !== undefined) {
    report('barge-in-sticks', path, { index, since })
  }
  if (action.bargeIn !== true) return
  const next = ncco[listener]
  if (isJsonObject(next) && next.action === 'input') return
  const detail = { index, next: next === undefined ? undefined : listener }
  report('barge-in-without-input', path, detail)
}

function isPrompt(entry: Json | undefined): boolean {
  return isJsonObject(entry) && (entry.action === 'talk' || entry.action === 'stream')
}

function hasEndCondition(record: JsonObject): boolean {
  return ['endOnSilence', 'endOnKey', 'timeOut'].some((key) => record[key] !== undefined)
}
