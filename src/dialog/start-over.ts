import { directive } from '../render/directive'
import { assertOutsideMenu } from './choice'
import { requireSession } from './session-context'

/**
 * Begins the flow again: what the caller answered is forgotten. What `once` gave stays.
 *
 * @throws NccoError `start-over-again` where no answer leads to it
 * @example
 * ```tsx
 * <Menu prompt="For sales, press 1. To hear everything again, press 9.">
 *   <Choice digit="1"><Sales /></Choice>
 *   <Choice digit="9"><StartOver /></Choice>
 * </Menu>
 * ```
 */
export const StartOver = /* @__PURE__ */ directive<object>('StartOver', (_, walk) => {
  const session = requireSession('<StartOver>')
  assertOutsideMenu('StartOver')
  session.startOver()
  walk?.restart()
})
