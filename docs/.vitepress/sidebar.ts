import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { DefaultTheme } from 'vitepress'
import { exampleNames } from './examples'

export const nav: DefaultTheme.NavItem[] = [
  { text: 'Guide', link: '/guide/first-call' },
  { text: 'Errors', link: '/errors' },
  ...playground(),
]

/** The pages that teach, in the order in which they are read. */
export const guide: DefaultTheme.SidebarItem[] = [
  {
    text: 'Begin',
    items: [
      { text: 'The first call', link: '/guide/first-call' },
      { text: 'Components and context', link: '/guide/components' },
      { text: 'Text and SSML', link: '/guide/text' },
      { text: 'Dialogs', link: '/dialogs' },
      { text: 'Hooks and seals', link: '/guide/hooks' },
      { text: 'Troubleshooting', link: '/guide/troubleshooting' },
    ],
  },
  {
    text: 'Try and test',
    items: [
      { text: 'The studio', link: '/studio' },
      { text: 'Testing', link: '/guide/testing' },
      { text: 'The map of all calls', link: '/map' },
    ],
  },
  {
    text: 'What calls do',
    items: [
      { text: 'Outbound and mid-call', link: '/outbound' },
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
      { text: 'Scaling', link: '/scaling' },
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

export const sidebar: DefaultTheme.SidebarItem[] = [
  ...guide,
  {
    text: 'Examples',
    link: '/examples/',
    collapsed: true,
    items: exampleNames().map((name) => ({ text: name, link: `/examples/${name}` })),
  },
  {
    text: 'Reference',
    items: [
      ...generated(),
      { text: 'The elements', link: '/elements' },
      { text: 'An app and its webhooks', link: '/serving' },
      { text: 'Errors and warnings', link: '/errors' },
      { text: 'Rules of the platform', link: '/rules' },
      { text: 'Undocumented', link: '/undocumented' },
      { text: 'The simulator', link: '/simulator' },
      { text: 'The command', link: '/command-line' },
      { text: 'Where it runs', link: '/matrix' },
      { text: 'Dependencies', link: '/dependencies' },
    ],
  },
]

/** What the generator of the reference has written. */
function generated(): DefaultTheme.SidebarItem[] {
  const path = fileURLToPath(new URL('../reference/sidebar.json', import.meta.url))
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : []
}

/** The link to the playground, once it is built. */
function playground(): DefaultTheme.NavItem[] {
  const path = fileURLToPath(new URL('../public/playground', import.meta.url))
  return existsSync(path) ? [{ text: 'Playground', link: '/playground/', target: '_self' }] : []
}
