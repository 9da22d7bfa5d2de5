import { parseScript, toScript } from 'ncco-jsx/simulate'
import type { CallSettings } from '../../src/protocol'
import type { Act } from './act'

/** What the fragment of a shared URL holds: it stays in the browser, no server sees it. */
export interface SharedCall {
  readonly acts: readonly Act[]
  readonly settings: CallSettings
}

/** The fragment of a URL that plays a call again. */
export function toFragment({ acts, settings }: SharedCall): string {
  const fields = new URLSearchParams({ call: toScript(acts) })
  const given = Object.entries(settings).filter(([, value]) => value !== undefined)
  if (given.length > 0) fields.set('with', JSON.stringify(Object.fromEntries(given)))
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

function settingsOf(json: string | null): CallSettings {
  try {
    const value: unknown = JSON.parse(json ?? '{}')
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
