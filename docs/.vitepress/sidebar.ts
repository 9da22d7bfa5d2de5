import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { DefaultTheme } from 'vitepress'
import { exampleNames } from './examples'
import { guide, reference } from './guide'

export const nav: DefaultTheme.NavItem[] = [
  { text: 'Guide', link: '/guide/first-call' },
  { text: 'Errors', link: '/errors' },
  ...playground(),
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
    items: [...generated(), ...reference],
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
