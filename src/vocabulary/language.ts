import { nearest } from '../options/nearest'
import type { TextForm } from '../options/table'
import { asrLanguages } from './asr-languages'

/** Warns of a language that speech recognition is not known to understand. Codes ignore case. */
export const asrLanguage: TextForm = (value, { object, path, report }) => {
  if ((asrLanguages as readonly string[]).includes(value)) return
  const code = value.toLowerCase()
  // The page gives this alias of zh.
  if (code === 'cmn-hans-cn' || asrLanguages.some((known) => known.toLowerCase() === code)) return
  const close = nearestLanguage(value, asrLanguages)
  report('unknown-language', path, { object, value, nearest: close })
}

/** The language that was probably meant. */
export function nearestLanguage(value: string, known: readonly string[]): string | undefined {
  // The country code of the United Kingdom is GB.
  return nearest(value.replace(/-uk$/i, '-GB'), known)
}
