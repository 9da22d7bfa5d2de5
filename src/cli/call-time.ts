/** Reads the time at which a call begins: a time of today, such as 18:30, or any time in ISO 8601; `undefined` if it is neither. */
export function parseCallTime(text: string): string | undefined {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? []
  const time = new Date(hours === undefined ? text : Date.now())
  if (hours !== undefined) time.setHours(Number(hours), Number(minutes), 0, 0)
  if (Number.isNaN(time.getTime()) || Number(hours) > 23 || Number(minutes) > 59) return undefined
  return time.toISOString()
}
