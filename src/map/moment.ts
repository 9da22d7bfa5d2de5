import type { JsonObject } from '../element/json'
import type { CallState } from '../simulate/call/activity'
import type { EndReason } from '../simulate/call/timeline'
import type { MapLeg } from './call-map'

/** A prompt that was heard. */
export interface HeardPrompt {
  readonly text: string
  readonly seconds: number
  /** Whether it repeats for ever. */
  readonly isEndless: boolean
}

/** An input or a recording that waits for someone. */
export interface Waiting {
  readonly who: 'caller' | 'leg'
  readonly name: 'input' | 'record'
  readonly options: JsonObject
}

/** A state, as one call met it. */
export interface Moment {
  readonly heard: readonly HeardPrompt[]
  readonly legHeard: readonly string[]
  readonly activity: CallState
  readonly waiting: Waiting | undefined
  readonly leg: MapLeg | undefined
  /** Whether a machine that answers is noticed. */
  readonly detectsMachines: boolean
  readonly ended: EndReason | undefined
  readonly ncco: readonly JsonObject[] | undefined
  /** The index of the action that began last. */
  readonly index: number
  readonly path: string | undefined
  /** The webhooks that failed since the last act, each in words. */
  readonly failures: readonly string[]
}

/** A moment, and the act that led there; the first one has none. */
export interface Step {
  readonly act: string | undefined
  readonly moment: Moment
}
