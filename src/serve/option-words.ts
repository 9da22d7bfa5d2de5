import { isElement as isElementObject } from '../element/element'
import { isLink } from '../element/link'
import { isPending } from '../element/maybe-promise'
import { kindOf } from '../issues/kind'
import { short } from '../issues/words'

/** A value that an option of `createVoiceApp` does not take. */
export interface RefusedOption {
  readonly option: string
  /** The values that it takes, such as `a component`. */
  readonly expected: string
  readonly value: unknown
  /** Whether the value often comes from an environment variable. */
  readonly isSetting?: boolean | undefined
}

/** Describes the value. Shows only numbers, and URLs without a password: other settings may be secrets. */
export function foundOption({ option, value, expected }: RefusedOption): string {
  if (value === '') return 'an empty text'
  if (typeof value === 'number' && expected.includes('number')) return String(value)
  if (option === 'baseUrl' && typeof value === 'string' && !value.includes('@')) return short(value)
  if (typeof value === 'string') return 'a text'
  if (isElement(value)) return 'an element'
  if (isLink(value)) return 'a link'
  return isPending(value) ? 'a promise' : kindOf(value)
}

export function remedyOfOption({ option, expected, value, isSetting }: RefusedOption): string {
  const give = `Give it ${expected}.`
  if (isPending(value)) return `Await the promise before the app is made. ${give}`
  if (isElement(value)) return `Give it the component itself, such as ${option}: Answer.`
  if (isLink(value)) return 'Give it the hook itself, without calling it.'
  if (option === 'baseUrl' && value === '/') {
    return `${give} If it comes from process.env.BASE_URL: Vite and Vitest set that variable to "/", so choose another name, such as PUBLIC_URL.`
  }
  if (!isSetting) return give
  if (typeof value === 'string' && expected.includes('number')) {
    return `${give} If it comes from an environment variable, convert it: Number(process.env.NAME).`
  }
  return `${give} If it comes from an environment variable, set the variable.`
}

function isElement(value: unknown): boolean {
  return typeof value === 'object' && value !== null && isElementObject(value)
}
