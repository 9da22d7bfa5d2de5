import { usualLanguage } from '../../speech/usual-language'
import type { TimelineEntry } from './timeline'

/**
 * The languages in which the legs of a call are spoken to, entry by entry. Only a change is worth a word: a flow in one language stays
 * quiet, and a talk whose language was forgotten stands out.
 */
export class Languages {
  readonly #ofLegs = new Map<string, string>()

  /** The language of a talk, if it differs from the one before that its leg heard; `en-US` is before the first one. */
  changeIn(entry: TimelineEntry): string | undefined {
    if (!isTalk(entry)) return undefined
    const { leg, language = usualLanguage } = entry
    const before = this.#ofLegs.get(leg) ?? usualLanguage
    this.#ofLegs.set(leg, language)
    return language === before ? undefined : language
  }
}

/** Whether a voice of the platform is heard. */
function isTalk(entry: TimelineEntry): entry is Extract<TimelineEntry, { type: 'heard' }> {
  return entry.type === 'heard' && entry.by === undefined && !/^(https?|data):/.test(entry.text)
}
