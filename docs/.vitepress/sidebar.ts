import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { DefaultTheme } from 'vitepress'

export const nav: DefaultTheme.NavItem[] = [
  { text: 'Guide', link: '/dialogs' },
  { text: 'Errors', link: '/errors' },
  ...playground(),
]

export const sidebar: DefaultTheme.SidebarItem[] = [
  {
    text: 'Guide',
    items: [
      { text: 'Dialogs', link: '/dialogs' },
      { text: 'The studio', link: '/studio' },
      { text: 'The map of all calls', link: '/map' },
      { text: 'Outbound and mid-call', link: '/outbound' },
      { text: 'Scaling', link: '/scaling' },
    ],
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
