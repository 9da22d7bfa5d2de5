import { parseFragment, type SharedCall, toFragment } from './call/link'
import type { Studio } from './studio'

const key = 'ncco-jsx.call'

/** Keeps the call when the page goes, as long as its tab is open. */
export function keepCall(studio: Studio): void {
  addEventListener('pagehide', () => {
    const { run, settings } = studio
    // A browser may allow no storage.
    try {
      if (run?.subject) sessionStorage.setItem(key, toFragment(run.acts, settings.value))
    } catch {}
  })
}

/** The call that the page had before it was loaded again; `undefined` if there was none. */
export function keptCall(): SharedCall | undefined {
  try {
    return parseFragment(sessionStorage.getItem(key) ?? '')
  } catch {
    return undefined
  }
}
