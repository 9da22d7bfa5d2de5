import { directive } from '../render/directive'
import { assertOutsideMenu } from './choice'
import { requireSession } from './session-context'

/**
 * Ends the NCCO where it stands: nothing that follows in the flow runs. For a branch after which nothing is to follow, such as a
 * conference.
 *
 * @throws NccoError `dialog-not-served` where no app serves the flow
 * @example
 * ```tsx
 * <Menu prompt="To join the meeting, press 1.">
 *   <Choice digit="1"><Conversation name="standup" /><Stop /></Choice>
 * </Menu>
 * <Talk>Goodbye.</Talk>
 * ```
 */
export const Stop = /* @__PURE__ */ directive<object>('Stop', (_, walk) => {
  requireSession('<Stop>')
  assertOutsideMenu('Stop')
  walk?.stop()
})
