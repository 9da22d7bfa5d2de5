import type { Begin } from '../call/activity'
import { beginConnect } from './connect'
import { beginConversation } from './conversation'
import { beginInput } from './input'
import { beginNotify } from './notify'
import { beginStream, beginTalk } from './prompt'
import { beginRecord } from './record'
import { beginTransfer } from './transfer'
import { beginWait } from './wait'

/** What begins each action of the NCCO. */
export const actions: Readonly<Record<string, Begin>> = {
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
