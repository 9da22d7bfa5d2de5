import { Player } from '../audio/player'
import type { SimulatedPlatform } from '../platform'
import { Announcements } from './announcements'
import { type LegDescription, SimulatedLeg } from './simulated-leg'

/** Makes a leg, with its id and with the players of what it hears. */
export function makeLeg(
  platform: SimulatedPlatform,
  description: Omit<LegDescription, 'uuid'>,
): SimulatedLeg {
  const { clock, audioSeconds } = platform
  const heard: string[] = []
  const makePlayer = () => new Player(description.name, clock, (entry) => leg.log(entry), heard)
  const { direction, endpoint } = description
  const isFromNetwork = direction === 'inbound' && endpoint.type === 'phone'
  const uuid = isFromNetwork ? platform.hexId() : platform.uuid()
  const leg: SimulatedLeg = new SimulatedLeg(
    { ...description, uuid },
    makePlayer(),
    new Announcements(makePlayer),
    audioSeconds,
  )
  leg.startedAt = clock.now
  return leg
}
