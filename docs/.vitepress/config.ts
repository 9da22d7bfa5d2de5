import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitepress'
import { toAnchor } from './anchors'
import { keepBraces } from './code'
import { leaveOutLinks } from './links'
import { nav, sidebar } from './sidebar'

const folder = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  title: 'ncco-jsx',
  description: 'Vonage voice calls as TSX components.',
  lang: 'en',
  transformHead: ({ siteData: { base } }) => [
    ['link', { rel: 'icon', href: `${base}icon.svg`, type: 'image/svg+xml' }],
  ],
  // A page about publishing this package is of no use to those who use it.
  srcExclude: ['releasing.md'],
  // The playground is built apart, so it is a file of the site but no page.
  ignoreDeadLinks: [/^\/playground\//],
  markdown: {
    // Comments of the usual themes are too pale to be read by all.
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    anchor: { slugify: toAnchor },
    toc: { slugify: toAnchor },
    config: (markdown) => {
      keepBraces(markdown)
      leaveOutLinks(markdown, folder)
    },
  },
  themeConfig: {
    nav,
    sidebar,
    outline: [2, 3],
    search: { provider: 'local' },
  },
})
