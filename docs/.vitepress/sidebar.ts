import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { DefaultTheme } from 'vitepress'
import { exampleNames } from './examples'
import { guide, reference } from './guide'

export const nav: DefaultTheme.NavItem[] = [
  { text: 'Guide', link: '/guide/first-call' },
  { text: 'Reference', link: '/reference/' },
  { text: 'Examples', link: '/examples/' },
  { text: 'Playground', link: '/playground/', target: '_self' },
]

export const sidebar: DefaultTheme.SidebarMulti = {
  '/reference/': generated(),
  '/examples/': [
    {
      text: 'Examples',
      items: exampleNames().map((name) => ({ text: name, link: `/examples/${name}` })),
    },
  ],
  '/': [...guide, { text: 'Look up', items: reference }],
}

/** What the generator of the reference has written. Groups stay open: the theme puts a button into the button that closes one. */
function generated(): DefaultTheme.SidebarItem[] {
  const path = fileURLToPath(new URL('../reference/sidebar.json', import.meta.url))
  const items: DefaultTheme.SidebarItem[] = existsSync(path)
    ? JSON.parse(readFileSync(path, 'utf8'))
    : []
  return items.map(({ collapsed: _, ...item }) => item)
}
