import { withBase } from 'vitepress'
import { h } from 'vue'

/** What stands where there is no page. That of the default theme has no main landmark. */
export default () =>
  h('main', { class: 'not-found' }, [
    h('h1', 'There is no such page'),
    h('p', [
      'Search for it above, or begin at ',
      h('a', { href: withBase('/') }, 'the first page'),
      '.',
    ]),
  ])
