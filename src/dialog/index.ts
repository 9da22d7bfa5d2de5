/**
 * Questions as components: what follows an answer stands inside the question.
 *
 * @module ncco-jsx/dialog
 */
export { Ask, type AskProps, type HowAnswered } from './ask'
export { Choice, type ChoiceProps } from './choice'
export type { DigitsOption } from './digits'
export { Keys, type KeysProps } from './keys'
export { Menu, type MenuProps } from './menu'
export { type Once, once, useOnce } from './once'
export { OpeningHours, type OpeningHoursProps, useOpening } from './opening-hours'
export type { Verdict } from './question'
export type { Counts, Key, QuestionProps, QuestionSpeech, Words } from './question-props'
export type { Opening, Schedule, TimeRanges, Weekday } from './schedule'
export { StartOver } from './start-over'
export { Stop } from './stop'
export { type Answers, useAnswers } from './use-answers'
export { Voice, type VoiceOptions, type VoiceProps } from './voice'
