import type { Leg, LegStatus } from 'ncco-jsx/simulate'

/** Another party, as it is shown. */
export interface LegState {
  /** From 1, as acts name it. */
  readonly number: number
  readonly uuid: string
  readonly endpoint: Leg['endpoint']
  readonly name: string
  readonly type: string
  readonly status: LegStatus
  readonly heard: readonly string[]
  readonly received: readonly unknown[]
}

export function describeLegs(legs: readonly Leg[]): LegState[] {
  return legs.map((leg, index) => describeLeg(leg, index + 1))
}

export function describeLeg(leg: Leg, number: number): LegState {
  return {
    number,
    uuid: leg.uuid,
    endpoint: leg.endpoint,
    name: nameOf(leg.endpoint),
    type: leg.endpoint.type,
    status: leg.status,
    heard: [...leg.heard],
    received: [...leg.received],
  }
}

function nameOf(endpoint: Leg['endpoint']): string {
  const { number, user, uri, extension } = endpoint as Readonly<Record<string, unknown>>
  return String(number ?? user ?? uri ?? extension ?? endpoint.type)
}

/** Whether it can still do something. */
export function isLive({ status }: LegState): boolean {
  return status === 'started' || status === 'ringing' || status === 'answered'
}
