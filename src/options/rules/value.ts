import type { ChoiceRule } from './choice'
import type { FlagRule } from './flag'
import type { NumberRule } from './number'
import type { TextRule } from './text'
import type { UrlRule } from './url'

/** The rule of a single value, which an array may hold. */
export type ValueRule = TextRule | NumberRule | FlagRule | ChoiceRule | UrlRule
