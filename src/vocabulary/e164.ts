import type { TextForm } from '../options/table'

/** A number to call: an error if it is not in E.164. */
export const e164: TextForm = (value, { object, option, path, report }) => {
  const why = faultOf(value)
  if (why) report('not-e164', path, { object, option, why })
}

/** A caller ID: a warning if it is not in digits, because what the platform does with it is undocumented. */
export const callerId: TextForm = (value, { object, option, path, report }) => {
  const why = /^[1-9]\d*$/.test(value) ? undefined : faultOf(value)
  if (why) report('caller-id-not-e164', path, { object, option, why })
}

/** What keeps a text from being E.164, without repeating any of it. */
function faultOf(number: string): string | undefined {
  if (/^[1-9]\d{6,14}$/.test(number)) return undefined
  if (number.startsWith('+')) return 'starts with +'
  if (/\D/.test(number)) return 'holds characters that are not digits'
  if (number.startsWith('0')) return 'starts with 0, not with a country code'
  return `has ${number.length} digits, not 7 to 15`
}
