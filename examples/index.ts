import { webhooks as callForwarding } from './call-forwarding/flow'
import { webhooks as conference } from './conference/flow'
import { webhooks as fragments } from './fragments/flow'
import { webhooks as greeting } from './greeting/flow'
import { webhooks as ivrMenu } from './ivr-menu/flow'
import { webhooks as reminder } from './reminder/flow'
import { webhooks as voiceBot } from './voice-bot/flow'
import { webhooks as voicemail } from './voicemail/flow'
import type { Webhooks } from './webhooks'

/** The examples by the name of their folder. */
export const examples: Record<string, Webhooks> = {
  greeting,
  'ivr-menu': ivrMenu,
  voicemail,
  'call-forwarding': callForwarding,
  conference,
  'voice-bot': voiceBot,
  reminder,
  fragments,
}
