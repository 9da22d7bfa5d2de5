import reminderCalendar from '../../../../examples/appointment-reminder/calendar.ts?raw'
import reminder from '../../../../examples/appointment-reminder/flow.tsx?raw'
import forwarding from '../../../../examples/call-forwarding/flow.tsx?raw'
import conferencePin from '../../../../examples/conference-pin/flow.tsx?raw'
import findMe from '../../../../examples/find-me/flow.tsx?raw'
import greeting from '../../../../examples/greeting/flow.tsx?raw'
import menu from '../../../../examples/ivr-menu/flow.tsx?raw'
import languages from '../../../../examples/language-choice/flow.tsx?raw'
import languageTexts from '../../../../examples/language-choice/texts.ts?raw'
import surgeryCalendar from '../../../../examples/surgery/calendar.ts?raw'
import surgery from '../../../../examples/surgery/flow.tsx?raw'
import survey from '../../../../examples/survey/flow.tsx?raw'
import surveyResults from '../../../../examples/survey/results.ts?raw'
import voicemail from '../../../../examples/voicemail/flow.tsx?raw'
import type { CallSettings } from '../../../src/protocol'
import { toStart } from './to-start'

/** A flow to begin with. */
export interface Start {
  /** Its name in URLs. */
  readonly id: string
  readonly title: string
  /** What its reader can try in a call. */
  readonly hint: string
  readonly source: string
  /** The options of its calls. */
  readonly settings?: CallSettings
}

export const starts: readonly [Start, ...Start[]] = [
  {
    id: 'menu',
    title: 'Menu',
    hint: 'Press 1 or 2, or say “support”; then let the other phone answer.',
    source: toStart(menu),
  },
  {
    id: 'greeting',
    title: 'Greeting',
    hint: 'It reads your number back. Withhold it in the call options.',
    source: toStart(greeting),
  },
  {
    id: 'voicemail',
    title: 'Voicemail',
    hint: 'Say something after the tone, then press #.',
    source: toStart(voicemail),
  },
  {
    id: 'forwarding',
    title: 'Call forwarding',
    hint: 'Let the first phone be busy, and the second one answer.',
    source: toStart(forwarding),
  },
  {
    id: 'find-me',
    title: 'Find me',
    hint: 'Three phones ring one after another. Who answers hears a whisper first.',
    source: toStart(findMe),
  },
  {
    id: 'survey',
    title: 'Survey',
    hint: 'Press 2: an unhappy caller is asked one question more.',
    source: toStart(survey, { below: [surveyResults] }),
  },
  {
    id: 'pin',
    title: 'Conference by PIN',
    hint: 'Press 2468# for a guest, 246810 for the host.',
    source: toStart(conferencePin),
  },
  {
    id: 'reminder',
    title: 'Appointment reminder',
    hint: 'Press 2 to move the appointment, or * to hear it again.',
    source: toStart(reminder, { below: [reminderCalendar] }),
  },
  {
    id: 'languages',
    title: 'Choice of language',
    hint: 'Press 2 for German, then * to choose again.',
    source: toStart(languages, { above: [languageTexts] }),
  },
  {
    id: 'surgery',
    title: 'Opening hours and booking',
    hint: 'Press 1, key in 29022000, and press 1. In the call options, 20:00 instead of 10:00 finds it closed.',
    source: toStart(surgery, { below: [surgeryCalendar] }),
    settings: { startsAt: '2026-11-30T10:00:00Z' },
  },
]

/** The flow of this id; the first one for an id that is not known. */
export function findStart(id: string): Start {
  return starts.find((start) => start.id === id) ?? starts[0]
}
