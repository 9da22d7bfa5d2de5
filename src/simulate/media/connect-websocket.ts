import type { CallHost } from '../call/call-host'
import type { SimulatedLeg } from '../leg/simulated-leg'
import { authorizationOf } from './authorization'
import { rateOf, type SampleRate, usualRate } from './frame'
import type { Line } from './port'
import { WebsocketLine } from './websocket-line'

/** What becomes of the leg. */
interface Outcome {
  onOpen(): void
  onRefused(): void
  /** The server dropped it. */
  onDropped(): void
}

/** Connects a leg to the server of its websocket. */
export function connectWebsocket(call: CallHost, leg: SimulatedLeg, outcome: Outcome): Line {
  const { name, endpoint } = leg
  const note = (text: string) => leg.log({ type: 'note', text })
  const happen = (act: () => void) =>
    call.platform.happen(() => {
      if (!leg.isOver) act()
    })
  const line = new WebsocketLine(call, leg, rateFor(endpoint['content-type'], note), {
    onOpen: () => happen(outcome.onOpen),
    onRefused: (why) =>
      happen(() => {
        note(`${name} cannot be connected: ${why}.`)
        outcome.onRefused()
      }),
    onClosed: (why) =>
      happen(() => {
        note(`${name}: ${why}.`)
        outcome.onDropped()
      }),
  })
  const open = async () => line.open(String(endpoint.uri), await authorizationOf(call, endpoint))
  open().catch((error: unknown) =>
    happen(() => {
      note(`${name} cannot be connected: ${error instanceof Error ? error.message : error}.`)
      outcome.onRefused()
    }),
  )
  return line
}

function rateFor(contentType: unknown, note: (text: string) => void): SampleRate {
  const rate = rateOf(contentType)
  if (rate === undefined) {
    note(
      `The content-type names no rate that a websocket has: its audio is at ${usualRate} samples a second.`,
    )
  }
  return rate ?? usualRate
}
