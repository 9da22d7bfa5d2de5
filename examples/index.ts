import type { VoiceAppOptions } from 'ncco-jsx/serve'
import { flow as callForwarding } from './call-forwarding/flow'
import { flow as conference } from './conference/flow'
import { flow as fragments } from './fragments/flow'
import { flow as greeting } from './greeting/flow'
import { flow as ivrMenu } from './ivr-menu/flow'
import { flow as reminder } from './reminder/flow'
import { flow as surgery } from './surgery/flow'
import { flow as voiceBot } from './voice-bot/flow'
import { flow as voicemail } from './voicemail/flow'

/** The examples by the name of their folder. */
export const examples: Record<string, VoiceAppOptions> = {
  'ivr-menu': ivrMenu,
  greeting,
  voicemail,
  'call-forwarding': callForwarding,
  conference,
  'voice-bot': voiceBot,
  reminder,
  fragments,
  surgery,
}
