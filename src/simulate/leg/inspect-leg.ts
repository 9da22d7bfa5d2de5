import type { SimulatedLeg } from './simulated-leg'

/** A leg as `console.log` shows it. The headers and the authorization of an endpoint are left out, and so are messages, which may hold them. */
export function inspectLeg(leg: SimulatedLeg): string {
  const { name, endpoint, status, uuid, heard, received, port, isWebsocket } = leg
  const sent = port.said.track.segments.length
  return [
    `Leg ${name} (${endpoint.type}), ${status}, ${uuid}`,
    ...heard.map((text) => `heard “${text}”`),
    ...(received.length > 0
      ? [`received ${counted(received.length, isWebsocket ? 'message' : 'key')}`]
      : []),
    ...(sent > 0 ? [`sent ${counted(sent, 'piece')} of audio`] : []),
  ].join('\n  ')
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
