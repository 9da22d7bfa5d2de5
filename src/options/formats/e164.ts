import { reportValue } from '../place'
import { accepting, type Format, matching } from './format'

/** A number to call: an error if it is not in E.164. */
export const e164 = matching(/^[1-9]\d{6,14}$/, (value, place) => {
  reportValue('not-e164', place, { why: reasonOf(value) })
})

/** A caller ID: a warning if it is not in digits, because what the platform does with it is undocumented. */
export const callerId: Format = accepting(isCallerId, (value, place) => {
  reportValue('caller-id-not-e164', place, { why: reasonOf(value) })
})

function isCallerId(value: string): boolean {
  return /^[1-9]\d*$/.test(value)
}

/** The reason why a text is not an E.164 number, without repeating any of it. */
function reasonOf(number: string): string {
  if (number === '') return 'is empty'
  if (number.startsWith('+')) return 'starts with +'
  if (/\D/.test(number)) return 'holds characters that are not digits'
  if (number.startsWith('0')) return 'starts with 0, not with a country code'
  return `has ${number.length} digits, not 7 to 15`
}
