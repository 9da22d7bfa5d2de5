import { error, type Message, warning } from './message'

/**
 * What Vonage is known to do with an NCCO that has an issue: `refused` (the call ends or falls back), `tolerated` (the issue is
 * ignored or repaired), or `unknown`.
 */
export type PlatformEffect = 'refused' | 'tolerated' | 'unknown'

/** The words of a code about an NCCO, and its effect on the platform; a function where only some cases are known. */
export interface NccoMessage<D> extends Message<D> {
  readonly effect: PlatformEffect | ((detail: D) => PlatformEffect)
}

/* @__NO_SIDE_EFFECTS__ */
export function nccoError<D>(
  effect: NccoMessage<D>['effect'],
  says: Message<D>['says'],
): NccoMessage<D> {
  return { ...error(says), effect }
}

/* @__NO_SIDE_EFFECTS__ */
export function nccoWarning<D>(
  effect: NccoMessage<D>['effect'],
  says: Message<D>['says'],
): NccoMessage<D> {
  return { ...warning(says), effect }
}

/** The effect of a case on the platform. A code without one never reaches it. */
export function effectOf(message: object, detail: unknown): PlatformEffect | undefined {
  const { effect }: Partial<NccoMessage<never>> = message
  return typeof effect === 'function' ? effect(detail as never) : effect
}
