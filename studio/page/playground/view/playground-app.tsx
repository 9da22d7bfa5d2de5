import { Banner } from '../../view/banner'
import { Header } from '../../view/header'
import { Panes } from '../../view/panes'
import { Phone } from '../../view/phone'
import { Transcript } from '../../view/transcript'
import { Editor } from './editor'
import { NextStep } from './next-step'
import { StartMenu } from './start-menu'

export function PlaygroundApp() {
  return (
    <div class="app playground">
      <Header name="playground">
        <StartMenu />
      </Header>
      <Banner withoutProblem />
      <main class="columns">
        <Editor />
        <Phone />
        <Transcript />
        <Panes />
      </main>
      <NextStep />
    </div>
  )
}
