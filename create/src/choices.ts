/** Something that the questions offer, and a flag takes. */
export interface Choice {
  readonly label: string
  readonly hint?: string
  /** The oldest major version of Node that its packages ask for, if it is newer than that of ncco-jsx, and the package that asks. */
  readonly node?: { readonly major: number; readonly by: string }
}

/** What serves the app, by the name of its folder in `templates/servers`. */
export const servers = {
  node: { label: 'Node', hint: 'node:http' },
  express: { label: 'Express' },
  hono: { label: 'Hono', hint: 'on Node' },
  next: { label: 'Next', hint: 'a route' },
  workers: { label: 'Workers', hint: 'Cloudflare', node: { major: 22, by: 'wrangler' } },
  lambda: { label: 'Lambda', hint: 'AWS, by a function URL' },
  bun: { label: 'Bun' },
} as const satisfies Record<string, Choice>

/** What the call is about, by the name of its folder in `templates/flows`. */
export const flows = {
  menu: { label: 'Menu', hint: 'by key and by voice' },
  voicemail: { label: 'Voicemail', hint: 'a message, and its transcription' },
  reminder: {
    label: 'Reminder',
    hint: 'an outbound call, with the official SDK',
    node: { major: 22, by: '@vonage/server-sdk' },
  },
  agent: { label: 'Voice agent', hint: 'a websocket, with a menu to fall back on' },
} as const satisfies Record<string, Choice>

export const managers = {
  npm: { label: 'npm' },
  pnpm: { label: 'pnpm' },
  yarn: { label: 'yarn' },
  bun: { label: 'bun' },
} as const satisfies Record<string, Choice>

type Server = keyof typeof servers
type Flow = keyof typeof flows
export type Manager = keyof typeof managers

/** Everything that is asked. */
export interface Choices {
  /** A path. */
  readonly folder: string
  readonly server: Server
  readonly flow: Flow
  readonly manager: Manager
}

/** What `--yes` takes, and what the questions begin with. */
export function defaultChoices(userAgent = process.env.npm_config_user_agent): Choices {
  return { folder: 'my-calls', server: 'node', flow: 'menu', manager: managerOf(userAgent) }
}

/** The package manager that runs this, which names itself first: `pnpm/12.0.0 npm/? node/v24.0.0 linux x64`. */
function managerOf(userAgent = ''): Manager {
  const [name = ''] = userAgent.split('/')
  return Object.hasOwn(managers, name) ? (name as Manager) : 'npm'
}
