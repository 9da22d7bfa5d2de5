import type { DeliveryFault } from '../delivery/delivery-fault'
import type { ActWords } from './words'

/** The next webhook fails. */
export const faultWords: ActWords<{ readonly kind: 'fault'; readonly fault: DeliveryFault }> = {
  example: 'fault closed',
  does: 'the next webhook fails: closed, duplicate, late, slow 6, status 503',
  read(words) {
    const fault = readFault(words)
    return fault && { kind: 'fault', fault }
  },
  write: ({ fault }) => `fault ${writeFault(fault)}`,
}

function readFault(words: string): DeliveryFault | undefined {
  const [, plain] = /^fault (closed|duplicate|late)$/.exec(words) ?? []
  if (plain !== undefined) return plain as 'closed' | 'duplicate' | 'late'
  const slow = /^fault slow(?: (\d+(?:\.\d+)?))?$/.exec(words)
  if (slow) return { slow: Number(slow[1] ?? 6) }
  const status = /^fault status(?: ([1-5]\d\d))?$/.exec(words)
  return status ? { status: Number(status[1] ?? 503) } : undefined
}

function writeFault(fault: DeliveryFault): string {
  if (typeof fault === 'string') return fault
  return 'slow' in fault ? `slow ${fault.slow}` : `status ${fault.status}`
}
