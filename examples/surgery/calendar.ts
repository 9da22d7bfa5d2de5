/** An appointment that is free. */
export interface Slot {
  readonly day: string
  readonly time: string
}

const free: readonly [Slot, ...Slot[]] = [
  { day: 'Tuesday', time: 'half past nine' },
  { day: 'Tuesday', time: 'ten' },
  { day: 'Thursday', time: 'noon' },
]

/** What the surgery's calendar has; a real one would ask a database. */
const booked = new Map<string, Slot>()

/** Books the next free slot for a patient. With the same key it books nothing more, and returns the same slot. */
export async function bookNextSlot(_birthday: string, { key }: { key: string }): Promise<Slot> {
  const slot = booked.get(key) ?? free[booked.size % free.length] ?? free[0]
  booked.set(key, slot)
  return slot
}

/** Whether eight digits are a date in the past, day first. */
export function isDate(digits: string): boolean {
  const [, day, month, year] = /^(\d\d)(\d\d)(\d{4})$/.exec(digits) ?? []
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return date.getUTCDate() === Number(day) && date.getTime() < Date.now()
}
