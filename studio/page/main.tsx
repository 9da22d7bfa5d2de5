import { render } from 'preact'
import { parseFragment } from './call/link'
import { reasonOf } from './call/replay'
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
offerShared()

/** Offers to play the call of the URL. */
function offerShared(): void {
  try {
    studio.offered.value = parseFragment(location.hash)
  } catch (error) {
    studio.notice.value = { kind: 'problem', text: reasonOf(error) }
  }
}
