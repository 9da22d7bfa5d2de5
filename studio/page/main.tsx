import { render } from 'preact'
import { parseFragment } from './call/link'
import { Connection } from './host/connection'
import { CallSounds } from './sound/call-sounds'
import { Studio } from './studio'
import { App } from './view/app'
import { StudioContext } from './view/context'

const connection = new Connection(new URL(location.href))
const studio = new Studio(connection, new CallSounds(new Audio()))
connection.open()
render(
  <StudioContext.Provider value={studio}>
    <App />
  </StudioContext.Provider>,
  document.getElementById('studio') as HTMLElement,
)
playShared()

/** Plays the call of the URL, once there is an app to call. */
function playShared(): void {
  if (!location.hash) return
  try {
    const shared = parseFragment(location.hash)
    if (shared) studio.playWhenReady(shared)
  } catch (error) {
    studio.notice.value = { kind: 'problem', text: String((error as Error).message) }
  }
}
