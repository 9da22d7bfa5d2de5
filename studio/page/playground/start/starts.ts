import reminder from '../../../../examples/appointment-reminder/flow.tsx?below=calendar.ts&start'
import forwarding from '../../../../examples/call-forwarding/flow.tsx?&start'
import conferencePin from '../../../../examples/conference-pin/flow.tsx?&start'
import findMe from '../../../../examples/find-me/flow.tsx?&start'
import greeting from '../../../../examples/greeting/flow.tsx?&start'
import menu from '../../../../examples/ivr-menu/flow.tsx?&start'
import languages from '../../../../examples/language-choice/flow.tsx?above=texts.ts&start'
import surgery from '../../../../examples/surgery/flow.tsx?below=calendar.ts&start'
import survey from '../../../../examples/survey/flow.tsx?below=results.ts&start'
import voicemail from '../../../../examples/voicemail/flow.tsx?&start'
import type { CallSettings } from '../../../src/protocol'
import type { Flow } from '../flow'

/** A flow to begin with. */
export interface Start {
  /** Its name in URLs. */
  readonly id: string
  readonly title: string
  /** What its reader can try in a call. */
  readonly hint: string
  readonly flow: Flow
  /** The options of its calls. */
  readonly settings?: CallSettings
}

export const starts: readonly [Start, ...Start[]] = [
  {
    id: 'menu',
    title: 'Menu',
    hint: 'Press 1 or 2, or say “support”; then let the other phone answer.',
    flow: menu,
  },
  {
    id: 'greeting',
    title: 'Greeting',
    hint: 'It reads your number back. Withhold it in the call options.',
    flow: greeting,
  },
  {
    id: 'voicemail',
    title: 'Voicemail',
    hint: 'Say something after the tone, then press #.',
    flow: voicemail,
  },
  {
    id: 'forwarding',
    title: 'Call forwarding',
    hint: 'Let the first phone be busy, and the second one answer.',
    flow: forwarding,
  },
  {
    id: 'find-me',
    title: 'Find me',
    hint: 'Three phones ring one after another. Who answers hears a whisper first.',
    flow: findMe,
  },
  {
    id: 'survey',
    title: 'Survey',
    hint: 'Press 2: an unhappy caller is asked one question more.',
    flow: survey,
  },
  {
    id: 'pin',
    title: 'Conference by PIN',
    hint: 'Press 2468# for a guest, 246810 for the host.',
    flow: conferencePin,
  },
  {
    id: 'reminder',
    title: 'Appointment reminder',
    hint: 'Press 2 to move the appointment, or * to hear it again.',
    flow: reminder,
  },
  {
    id: 'languages',
    title: 'Choice of language',
    hint: 'Press 2 for German, then * to choose again.',
    flow: languages,
  },
  {
    id: 'surgery',
    title: 'Opening hours and booking',
    hint: 'Press 1, key in 29022000, and press 1. In the call options, 20:00 instead of 10:00 finds it closed.',
    flow: surgery,
    settings: { startsAt: '2026-11-30T10:00:00Z' },
  },
]

/** The flow of this id; the first one for an id that is not known. */
export function findStart(id: string): Start {
  return starts.find((start) => start.id === id) ?? starts[0]
}
