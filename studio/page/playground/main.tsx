import { render } from 'preact'
import { CallSounds } from '../sound/call-sounds'
import { StudioContext } from '../view/context'
import { Playground } from './playground'
import { PlaygroundContext } from './view/context'
import { PlaygroundApp } from './view/playground-app'

const root = document.getElementById('playground') as HTMLElement

if (isSecureContext) {
  const playground = new Playground(new CallSounds(new Audio()))
  void playground.open()
  addEventListener('hashchange', () => void playground.open())
  render(
    <PlaygroundContext.Provider value={playground}>
      <StudioContext.Provider value={playground.studio}>
        <PlaygroundApp />
      </StudioContext.Provider>
    </PlaygroundContext.Provider>,
    root,
  )
} else {
  // Links are sealed with keys that browsers give out only there.
  render(<p class="banner bad">The playground needs https, or localhost. Open it there.</p>, root)
}
