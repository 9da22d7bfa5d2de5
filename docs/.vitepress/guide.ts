/** A page of the guide in the sidebar. */
export interface GuidePage {
  readonly text: string
  readonly link: string
  /** What it is about, of a page that does not say so itself. */
  readonly description?: string
}

/** The pages that teach, in the order in which they are read. */
export const guide: { readonly text: string; readonly items: GuidePage[] }[] = [
  {
    text: 'Begin',
    items: [
      { text: 'The first call', link: '/guide/first-call' },
      { text: 'Components and context', link: '/guide/components' },
      { text: 'Text and SSML', link: '/guide/text' },
      {
        text: 'Dialogs',
        link: '/dialogs',
        description:
          'Menus, questions, opening hours and work that is done once, as components that go on with the answer of the caller.',
      },
      { text: 'Hooks and seals', link: '/guide/hooks' },
      { text: 'Troubleshooting', link: '/guide/troubleshooting' },
    ],
  },
  {
    text: 'Try and test',
    items: [
      { text: 'The playground', link: '/guide/playground' },
      {
        text: 'The studio',
        link: '/studio',
        description:
          'A phone in the browser for the flow that you write, with the transcript, the NCCO, the webhooks and the map.',
      },
      { text: 'Testing', link: '/guide/testing' },
      {
        text: 'The map of all calls',
        link: '/map',
        description:
          'Every state of every call, what leads from one to the next, and what a caller would not like.',
      },
    ],
  },
  {
    text: 'What calls do',
    items: [
      {
        text: 'Outbound and mid-call',
        link: '/outbound',
        description:
          'Begin calls and change them, with the official client: a reminder, click-to-call, hold and transfer, a queue.',
      },
      { text: 'Recordings and transcripts', link: '/guide/recordings' },
      { text: 'Voice agents', link: '/guide/voice-agents' },
      { text: 'Several languages', link: '/guide/languages' },
    ],
  },
  {
    text: 'Run it',
    items: [
      { text: 'A number and a tunnel', link: '/guide/number' },
      { text: 'Deploying', link: '/guide/deploying' },
      { text: 'Security checklist', link: '/guide/security' },
      {
        text: 'Scaling',
        link: '/scaling',
        description:
          'What several machines must share, replayed webhooks, webhooks that come twice, serverless platforms.',
      },
    ],
  },
  {
    text: 'Move',
    items: [
      { text: 'From JSON', link: '/guide/from-json' },
      { text: 'From the SDK’s builder', link: '/guide/from-builder' },
      { text: 'From TwiML', link: '/guide/from-twiml' },
      { text: 'ESLint, Prettier, editors', link: '/guide/editor' },
    ],
  },
]

/** The pages that say everything about one thing. */
export const reference: GuidePage[] = [
  {
    text: 'The elements',
    link: '/elements',
    description:
      'All elements, text, async components, JSON text, checks and JSX settings in short.',
  },
  {
    text: 'An app and its webhooks',
    link: '/serving',
    description:
      'Apps, hooks, webhooks, URLs, links outside of calls, signatures and failures in short.',
  },
  {
    text: 'Errors and warnings',
    link: '/errors',
    description:
      'Every code, with the smallest thing that causes it, the message, and what Vonage does.',
  },
  {
    text: 'Rules of the platform',
    link: '/rules',
    description: 'What Vonage says about NCCOs, with the sources.',
  },
  {
    text: 'Undocumented',
    link: '/undocumented',
    description: 'What the package does where the reference is silent.',
  },
  {
    text: 'The simulator',
    link: '/simulator',
    description:
      'The telephone network in memory: time, audio, scripts, several calls, the REST side, faults, and what it assumes.',
  },
  {
    text: 'The command',
    link: '/command-line',
    description: '`check`, `convert`, `dial`, `map`, `platform`, `dev` and `schema`.',
  },
  {
    text: 'Where it runs',
    link: '/matrix',
    description:
      'The compilers, bundlers, runtimes, frameworks and test runners in which the package is tried.',
  },
  { text: 'Dependencies', link: '/dependencies', description: 'What each dependency is for.' },
]
