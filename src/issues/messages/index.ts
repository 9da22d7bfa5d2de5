import type { DetailOf } from '../message'
import { actionMessages } from './actions'
import { elementMessages } from './elements'
import { optionMessages } from './options'
import { sequenceMessages } from './sequence'
import { shapeMessages } from './shape'
import { speechMessages } from './speech'

/** Every code with its severity and its words; `docs/errors.md` is made from this table. */
export const messages = /* @__PURE__ */ allMessages()

// A call, because bundlers keep an object with spreads, which could run getters, even where it is not used.
function allMessages() {
  return {
    ...shapeMessages,
    ...optionMessages,
    ...speechMessages,
    ...sequenceMessages,
    ...actionMessages,
    ...elementMessages,
  }
}

/** Permanent name of a finding; `docs/errors.md` has a section for each. */
export type IssueCode = keyof typeof messages

/** What a rule must know to report this code. */
export type Detail<C extends IssueCode> = DetailOf<(typeof messages)[C]>
