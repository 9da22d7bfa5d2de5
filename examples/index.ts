import type { VoiceAppOptions } from 'ncco-jsx/serve'
import { flow as appointmentReminder } from './appointment-reminder/flow'
import { flow as callForwarding } from './call-forwarding/flow'
import { flow as callbackRequest } from './callback-request/flow'
import { flow as conference } from './conference/flow'
import { flow as conferencePin } from './conference-pin/flow'
import { flow as findMe } from './find-me/flow'
import { flow as fragments } from './fragments/flow'
import { flow as greeting } from './greeting/flow'
import { flow as ivrMenu } from './ivr-menu/flow'
import { flow as languageChoice } from './language-choice/flow'
import { flow as pinEntry } from './pin-entry/flow'
import { flow as queue } from './queue/flow'
import { flow as surgery } from './surgery/flow'
import { flow as survey } from './survey/flow'
import { flow as voiceAgent } from './voice-agent/flow'
import { flow as voicemail } from './voicemail/flow'

/** The examples by the name of their folder. */
export const examples: Record<string, VoiceAppOptions> = {
  'ivr-menu': ivrMenu,
  greeting,
  voicemail,
  'call-forwarding': callForwarding,
  conference,
  fragments,
  surgery,
  survey,
  'pin-entry': pinEntry,
  'conference-pin': conferencePin,
  'find-me': findMe,
  'callback-request': callbackRequest,
  'language-choice': languageChoice,
  'appointment-reminder': appointmentReminder,
  'voice-agent': voiceAgent,
  queue,
}
