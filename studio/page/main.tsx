import { render } from 'preact'
import { parseFragment } from './call/link'
import { reasonOf } from './call/replay'
import { Connection } from './host/connection'
import { keepCall, keptCall } from './kept-call'
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
offerCall()
keepCall(studio)

/** Offers to play the call of the URL, or that of the page before it was loaded again. */
function offerCall(): void {
  try {
    const linked = parseFragment(location.hash)
    const kept = linked ? undefined : keptCall()
    studio.offered.value = linked ?? (kept && { ...kept, isKept: true })
  } catch (error) {
    studio.notice.value = { kind: 'problem', text: reasonOf(error) }
  }
}
