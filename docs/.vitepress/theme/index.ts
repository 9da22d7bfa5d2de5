import Theme from 'vitepress/theme-without-fonts'
import { h } from 'vue'
import NotFound from './not-found'
import './style.css'

export default {
  extends: Theme,
  Layout: () => h(Theme.Layout, null, { 'not-found': () => h(NotFound) }),
}
