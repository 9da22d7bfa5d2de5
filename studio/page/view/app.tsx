import { Banner } from './banner'
import { Header } from './header'
import { Panes } from './panes'
import { Phone } from './phone'
import { Transcript } from './transcript'

export function App() {
  return (
    <div class="app">
      <Header name="studio" />
      <Banner />
      <main class="columns">
        <Phone />
        <Transcript />
        <Panes />
      </main>
    </div>
  )
}
