import type { DetailOf } from '../../issues/message'
import { appMessages } from './app'
import { linkMessages } from './links'
import { requestMessages } from './requests'

/** Every code of an app with its words; `docs/errors.md` is made from this table. */
export const serveMessages = /* @__PURE__ */ allMessages()

// A call, because bundlers keep an object with spreads, which could run getters, even where it is not used.
function allMessages() {
  return { ...appMessages, ...linkMessages, ...requestMessages }
}

/** Permanent name of an error of an app; `docs/errors.md` has a section for each. */
export type ServeCode = keyof typeof serveMessages

/** The values in the words of a code. */
export type ServeDetail<C extends ServeCode> = DetailOf<(typeof serveMessages)[C]>
