import type { CallSettings } from '../../src/protocol'
import type { Act } from './act'
import { parseScript, toScript } from './script'

/**
 * What a link can set: who calls, and when. Where requests go, and with which secret they are signed, only the reader of the link may
 * choose.
 */
const shared = ['from', 'to', 'answerMethod', 'customData', 'sipHeaders', 'startsAt'] as const

/** What the fragment of a shared URL holds: it stays in the browser, no server sees it. */
export interface SharedCall {
  readonly acts: readonly Act[]
  readonly settings: Pick<CallSettings, (typeof shared)[number]>
  /** Whether it is the call that the page had before it was loaded again, and no link. */
  readonly isKept?: true
}

/** The fragment of a URL that plays a call again. */
export function toFragment(acts: readonly Act[], settings: CallSettings): string {
  const fields = new URLSearchParams({ call: toScript(acts) })
  const given = toField(settings)
  if (given !== undefined) fields.set('with', given)
  return `#${fields}`
}

/**
 * The call of a fragment; `undefined` if it has none.
 *
 * @throws SimulatorError `not-an-act`
 */
export function parseFragment(fragment: string): SharedCall | undefined {
  const fields = new URLSearchParams(fragment.replace(/^#/, ''))
  const script = fields.get('call')
  if (script === null) return undefined
  return { acts: parseScript(script), settings: settingsOf(fields.get('with')) }
}

/** The settings that a link can set as the text of a field; `undefined` if there are none. */
export function toField(settings: CallSettings): string | undefined {
  const given = pick(settings)
  return Object.keys(given).length > 0 ? JSON.stringify(given) : undefined
}

/** The settings of such a field. */
export function settingsOf(json: string | null): SharedCall['settings'] {
  try {
    return pick(Object(JSON.parse(json ?? '{}')))
  } catch {
    return {}
  }
}

function pick(settings: Readonly<Record<string, unknown>> | CallSettings): SharedCall['settings'] {
  const entries = Object.entries(settings).filter(
    ([name, value]) => shared.some((one) => one === name) && value !== undefined,
  )
  return Object.fromEntries(entries)
}
