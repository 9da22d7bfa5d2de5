import type { JsonData } from '../element/json'
import type { LinkedWebhook, Url } from '../element/link'
import type {
  ChildRule,
  ChoiceRule,
  Definition,
  FlagRule,
  ListRule,
  NumberRule,
  ObjectRule,
  OneRule,
  RuleKind,
  Takes,
  TextRule,
  UrlRule,
  UrlScheme,
} from './table'

/* @__NO_SIDE_EFFECTS__ */
export function text<T extends string = string>(
  rule: Omit<TextRule, 'kind'> = {},
): TextRule & Takes<T> {
  return { kind: 'text', ...rule }
}

/* @__NO_SIDE_EFFECTS__ */
export function number<T extends number = number>(
  rule: Omit<NumberRule, 'kind'> = {},
): NumberRule & Takes<T> {
  return { kind: 'number', ...rule }
}

/* @__NO_SIDE_EFFECTS__ */
export function seconds(rule: Omit<NumberRule, 'kind' | 'unit'>): NumberRule & Takes<number> {
  return { kind: 'number', unit: 'seconds', ...rule }
}

/* @__NO_SIDE_EFFECTS__ */
export function flag(): FlagRule & Takes<boolean> {
  return { kind: 'flag' }
}

/* @__NO_SIDE_EFFECTS__ */
export function oneOf<const T extends string>(...values: readonly T[]): ChoiceRule & Takes<T> {
  return { kind: 'choice', values }
}

/** The choice whose absence means something that sounds like another of its values. */
/* @__NO_SIDE_EFFECTS__ */
export function absentMeans<R extends ChoiceRule>(absent: string, rule: R): R {
  return { ...rule, absent }
}

/** The URL of a file that the platform fetches. */
/* @__NO_SIDE_EFFECTS__ */
export function url(): UrlRule & Takes<string> {
  return { kind: 'url', scheme: 'http' }
}

/** A URL where this webhook arrives. */
/* @__NO_SIDE_EFFECTS__ */
export function webhookUrl<const W extends LinkedWebhook>(webhook: W): UrlRule & Takes<Url<W>> {
  return { kind: 'url', scheme: 'http', webhook }
}

/** A URL of another scheme, which no hook of an app has. */
/* @__NO_SIDE_EFFECTS__ */
export function uri(scheme: Exclude<UrlScheme, 'http'>): UrlRule & Takes<string> {
  return { kind: 'url', scheme }
}

/** A single value in TSX, an array of one in the NCCO. */
/* @__NO_SIDE_EFFECTS__ */
export function one<T>(of: RuleKind & Takes<T>): OneRule & Takes<T> {
  return { kind: 'one', of }
}

/* @__NO_SIDE_EFFECTS__ */
export function list<T>(of: RuleKind & Takes<T>): ListRule & Takes<readonly T[]> {
  return { kind: 'list', of }
}

/* @__NO_SIDE_EFFECTS__ */
export function json(): ObjectRule & Takes<JsonData> {
  return { kind: 'object', of: 'json' }
}

/* @__NO_SIDE_EFFECTS__ */
export function texts<T = Readonly<Record<string, string>>>(
  rule: Pick<ObjectRule, 'keyForm' | 'form' | 'keys' | 'mostCharacters'> = {},
): ObjectRule & Takes<T> {
  return { kind: 'object', of: 'text', ...rule }
}

/* @__NO_SIDE_EFFECTS__ */
export function child(definition: Definition, bare: ChildRule['bare'] = 'write'): ChildRule {
  return { kind: 'child', definitions: [definition], inArray: false, bare }
}

/** Exactly one of these, in an array. */
/* @__NO_SIDE_EFFECTS__ */
export function onlyChild(definitions: readonly Definition[]): ChildRule & { required: true } {
  return { kind: 'child', definitions, inArray: true, bare: 'write', required: true }
}

/* @__NO_SIDE_EFFECTS__ */
export function required<R extends RuleKind>(rule: R): R & { required: true } {
  return { ...rule, required: true }
}

/** The option under its spelling in the NCCO. */
/* @__NO_SIDE_EFFECTS__ */
export function spelt<R extends RuleKind>(key: string, rule: R): R {
  return { ...rule, key }
}
