import type { DetailOf } from '../message'
import { actionMessages } from './actions'
import type { dialogMessages } from './dialog'
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

/** The code of a finding about an NCCO. */
export type NccoCode = keyof typeof messages

/** The code of a finding about a dialog. Their words are no part of the core, which has no dialogs. */
export type DialogCode = keyof typeof dialogMessages

/** Permanent name of a finding; `docs/errors.md` has a section for each. */
export type IssueCode = NccoCode | DialogCode

/** What a rule must know to report this code. */
export type Detail<C extends NccoCode> = DetailOf<(typeof messages)[C]>

/** What must be known to report this code of a dialog. */
export type DialogDetail<C extends DialogCode> = DetailOf<(typeof dialogMessages)[C]>
