import type { ActionName } from '../../vocabulary/index'
import type { Begin } from '../call/activity'
import { beginConnect } from './connect'
import { beginConversation } from './conversation'
import { beginInput } from './input'
import { beginNotify } from './notify'
import { beginStream, beginTalk } from './prompt'
import { beginRecord } from './record'
import { beginTransfer } from './transfer'
import { beginWait } from './wait'

/** Starts each action. The type comes from the vocabulary, so a missing action does not compile. */
export const actions: Readonly<Record<ActionName, Begin>> = {
  record: beginRecord,
  conversation: beginConversation,
  connect: beginConnect,
  talk: beginTalk,
  stream: beginStream,
  input: beginInput,
  notify: beginNotify,
  wait: beginWait,
  transfer: beginTransfer,
}
