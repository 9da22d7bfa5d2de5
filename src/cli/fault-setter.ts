import type { DeliveryFault } from 'ncco-jsx/simulate'

/** The faults of a script: each holds for the next webhook. */
export interface FaultSetter {
  set(fault: DeliveryFault): void
  /** The option of `dial`. */
  take(): DeliveryFault | undefined
}

export function faultSetter(): FaultSetter {
  let next: DeliveryFault | undefined
  return {
    set(fault) {
      next = fault
    },
    take() {
      const fault = next
      next = undefined
      return fault
    },
  }
}
