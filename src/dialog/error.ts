import { elementWords } from '../issues/element-words'
import type { Issue } from '../issues/issue'
import { explain } from '../issues/message'
import type { DialogCode, DialogDetail } from '../issues/messages'
import { dialogMessages } from '../issues/messages/dialog'
import { NccoError } from '../issues/ncco-error'

/** A finding about a dialog, without a place. If it is thrown, `toRenderError` adds that of the component. */
export function dialogIssue<C extends DialogCode>(code: C, detail: DialogDetail<C>): Issue {
  return { ...explain(dialogMessages, code, detail, elementWords()), path: '' }
}

/** The error that ends a turn. */
export function dialogError<C extends DialogCode>(code: C, detail: DialogDetail<C>): NccoError {
  return new NccoError([dialogIssue(code, detail)])
}
