// The flows of the examples once more, for people who write NCCOs by hand: plain functions from a webhook to JSON.

/** The fields of a webhook that these flows look at, and the query of its URL. */
interface Webhook {
  readonly from?: string
  readonly to: string
  readonly conversation_uuid: string
  readonly recording_uuid?: string
  readonly dtmf?: { readonly digits: string | null }
  readonly speech?: { readonly results: readonly { readonly text: string }[] }
  readonly attempt?: string
}

/** What answers the webhooks of a flow, by path; nothing is a 204. */
export type ForeignFlow = Readonly<
  Record<string, (webhook: Webhook) => readonly object[] | undefined>
>

const url = (path: string) => [`https://app.example.com${path}`]
const talk = (text: string, more: object = {}) => ({
  action: 'talk',
  text,
  language: 'en-GB',
  ...more,
})
const ring = (number: string, from: string | undefined, more: object = {}) => ({
  action: 'connect',
  from,
  endpoint: [{ type: 'phone', number }],
  ...more,
})

const greeting: ForeignFlow = {
  '/answer': ({ from }) => {
    const number = `<say-as interpret-as="telephone">${from}</say-as>`
    const said = from ? `You are calling from ${number}.` : 'Your number is withheld.'
    return [talk(`<speak>Thank you for calling. ${said}</speak>`)]
  },
}

const menu = (attempt: number) => [
  ...(attempt > 1 ? [talk('Sorry, I did not get that.', { bargeIn: true })] : []),
  talk('For sales, press 1, or say sales. For support, press 2, or say support.', {
    bargeIn: true,
  }),
  {
    action: 'input',
    type: ['dtmf', 'speech'],
    eventUrl: url(`/chosen?attempt=${attempt}`),
    dtmf: { maxDigits: 1, timeOut: 5 },
    speech: { language: 'en-GB', context: ['sales', 'support'], startTimeout: 5 },
  },
]

const ivrMenu: ForeignFlow = {
  '/answer': () => menu(1),
  '/chosen': ({ dtmf, speech, attempt, to }) => {
    const said = speech?.results[0]?.text.toLowerCase() ?? ''
    const isSupport = dtmf?.digits === '2' || said.includes('support')
    const isSales = dtmf?.digits === '1' || said.includes('sales') || attempt === '3'
    if (!isSupport && !isSales) return menu(Number(attempt) + 1)
    return [
      talk(`I will connect you to ${isSupport ? 'support' : 'sales'}.`),
      ring(isSupport ? '447700900003' : '447700900002', to, { timeout: 30 }),
    ]
  },
}

const recorded = ({ recording_uuid }: Webhook) =>
  void console.log(`Recording ${recording_uuid} can be fetched.`)

const recordMessage = {
  action: 'record',
  beepStart: true,
  endOnSilence: 5,
  endOnKey: '#',
  timeOut: 120,
  eventUrl: url('/recorded'),
}

const voicemail: ForeignFlow = {
  '/answer': () => [
    talk(
      'Nobody can take your call right now. Please leave a message after the tone, and press hash when you have finished.',
    ),
    {
      ...recordMessage,
      transcription: { language: 'en-GB', eventUrl: url('/transcribed') },
    },
    talk('Thank you. We will call you back.'),
  ],
  '/recorded': recorded,
  '/transcribed': ({ recording_uuid }) =>
    void console.log(`The transcription of ${recording_uuid} can be fetched.`),
}

const callForwarding: ForeignFlow = {
  '/answer': ({ to }) => [
    talk('One moment, please.'),
    ring('447700900010', to, { timeout: 20, machineDetection: 'hangup' }),
    ring('447700900011', to, { timeout: 20, machineDetection: 'hangup' }),
    talk('Sorry, nobody is there. Please call again tomorrow.'),
  ],
  '/fallback': () => [talk('We have a problem. Please call again in an hour.')],
}

const conference: ForeignFlow = {
  '/answer': ({ from }) =>
    from === '447700900030'
      ? [
          talk('Welcome, moderator.'),
          {
            action: 'conversation',
            name: 'weekly-review',
            endOnExit: true,
            record: true,
            eventUrl: url('/recorded'),
          },
        ]
      : [
          talk('Welcome. The conference starts when the moderator arrives.'),
          {
            action: 'conversation',
            name: 'weekly-review',
            startOnEnter: false,
            musicOnHoldUrl: url('/hold.mp3'),
          },
        ],
  '/recorded': recorded,
}

const desk = (attempt: number, words?: string) => [
  ...(words ? [talk(words, { style: 2, bargeIn: true })] : []),
  talk('For our opening hours, press 1. To talk to a pharmacist, press 2.', {
    style: 2,
    bargeIn: true,
  }),
  {
    action: 'input',
    type: ['dtmf'],
    dtmf: { maxDigits: 1 },
    eventUrl: url(`/chosen?attempt=${attempt}`),
  },
]

const fragments: ForeignFlow = {
  '/answer': () => [talk('Example Pharmacy.', { style: 2 }), ...desk(1)],
  '/chosen': ({ dtmf, attempt, to }) => {
    const key = dtmf?.digits
    if (key === '1') return [talk('We are open from nine to six, Monday to Saturday.')]
    if (key !== '2' && attempt !== '3') {
      const words = key ? 'That is not one of the choices.' : 'I did not hear anything.'
      return desk(Number(attempt) + 1, words)
    }
    return [
      ring('447700900020', to, { timeout: 15 }),
      ring('447700900021', to, { timeout: 15 }),
      talk('All pharmacists are busy. Please call again.'),
    ]
  },
}

const findMe: ForeignFlow = {
  '/answer': ({ to }) => [
    talk('One moment, please. I will try to find Ada Lovelace.'),
    ...['447700900060', '447700900061', '447700900062'].map((number) => ({
      action: 'connect',
      from: to,
      timeout: 15,
      machineDetection: 'hangup',
      endpoint: [{ type: 'phone', number, onAnswer: { url: String(url('/whisper')) } }],
    })),
    talk('I could not find her. Please leave a message after the tone.'),
    recordMessage,
    talk('Thank you. She will call you back.'),
  ],
  '/whisper': () => [talk('A call to your office number.')],
  '/recorded': recorded,
}

const askForPin = (attempt: number, words?: string) => [
  ...(words ? [talk(words, { bargeIn: true })] : []),
  talk('Please key in your PIN, followed by the hash key.', { bargeIn: true }),
  {
    action: 'input',
    type: ['dtmf'],
    dtmf: { maxDigits: 6, submitOnHash: true },
    eventUrl: url(`/pin?attempt=${attempt}`),
  },
]

const conferencePin: ForeignFlow = {
  '/answer': () => [talk('Welcome to the conference service.'), ...askForPin(1)],
  '/pin': ({ dtmf, attempt }) => {
    const pin = dtmf?.digits
    const name = { '2468': 'board', '1357': 'sales' }[pin?.slice(0, 4) ?? '']
    const guest = { startOnEnter: false, musicOnHoldUrl: url('/hold.mp3') }
    if (name && pin?.length === 4) {
      return [
        talk('The conference starts when the host arrives.'),
        { action: 'conversation', name, ...guest },
      ]
    }
    if (pin === '246810' || pin === '135790') {
      return [
        talk('Welcome, host. The conference starts now.'),
        { action: 'conversation', name, endOnExit: true },
      ]
    }
    if (attempt === '3') return [talk('Please check your PIN, and call again. Goodbye.')]
    const words = pin ? 'There is no conference with this PIN.' : 'I did not hear any keys.'
    return askForPin(Number(attempt) + 1, words)
  },
}

/** By the name of the example. */
export const foreignFlows: Readonly<Record<string, ForeignFlow>> = {
  'ivr-menu': ivrMenu,
  greeting,
  voicemail,
  'call-forwarding': callForwarding,
  conference,
  fragments,
  'find-me': findMe,
  'conference-pin': conferencePin,
}
