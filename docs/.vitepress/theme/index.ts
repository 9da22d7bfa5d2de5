import Theme from 'vitepress/theme-without-fonts'
import { defineComponent, h, onMounted } from 'vue'
import NotFound from './not-found'
import { correctSearchBox } from './search-box'
import './style.css'

const Layout = defineComponent(() => {
  onMounted(correctSearchBox)
  return () => h(Theme.Layout, null, { 'not-found': () => h(NotFound) })
})

export default { extends: Theme, Layout }
