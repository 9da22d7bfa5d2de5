import { makeElement, type NccoElement } from '../element/element'
import { asrLanguages } from '../speech/asr-languages'
import { Speech } from '../vocabulary/speech'
import type { QuestionProps, QuestionSpeech } from './question-props'
import type { Heard } from './trail'
import { useVoice } from './voice'

/** One reading of what was said, which is sure enough. */
export interface Candidate {
  readonly text: string
  readonly confidence: string
}

/** The recogniser of a question, in the language of its voice unless it has its own. */
export function listenForSpeech(
  { confidence: _, ...settings }: QuestionSpeech,
  props: QuestionProps,
  context: readonly string[] | undefined,
): NccoElement {
  const language = settings.language ?? knownLanguage(useVoice(props).language)
  const { timeOut } = props
  return makeElement(
    Speech,
    {
      ...(language !== undefined && { language }),
      ...(timeOut !== undefined && { startTimeout: timeOut }),
      ...(context !== undefined && { context }),
      ...settings,
    },
    undefined,
  )
}

/** Some languages can be spoken by a voice and not be recognised. */
function knownLanguage(language: string | undefined): string | undefined {
  const code = language?.toLowerCase()
  return asrLanguages.find((known) => known.toLowerCase() === code)
}

/** The results that are sure enough, best first. */
export function candidatesIn(
  { speech }: Heard,
  { confidence: least = 0 }: QuestionSpeech,
): readonly Candidate[] {
  return (speech?.results ?? []).filter(({ confidence }) => Number(confidence) >= least)
}
