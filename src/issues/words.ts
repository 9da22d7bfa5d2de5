/** An NCCO object under its two names. */
export interface Named {
  /** As the NCCO spells it: `talk`, `phone endpoint`, `dtmf`. */
  readonly name: string
  /** As TSX spells it: `Talk`. */
  readonly component: string
}

/** An option under its two names; they differ where the NCCO does not use camelCase. */
export interface NamedOption {
  /** As the NCCO spells it: `content-type`. */
  readonly key: string
  /** As TSX spells it: `contentType`. */
  readonly prop: string
  /** `text` for what TSX writes between the tags. */
  readonly from?: string
}

/**
 * How a message speaks of objects and options: in the words of TSX to the author of elements, in those
 * of the NCCO to the author of JSON.
 */
export interface Words {
  /** `<Talk>` or `talk`. */
  object(object: Named): string
  /** `<Talk loop>` or `"loop" of talk`; `<Talk loop={-1}>` for a number that the author is known to have written. */
  option(object: Named, option: NamedOption, value?: number): string
  /** `loop` or `"loop"`. */
  name(option: NamedOption): string
  /** `loop={2}` or `"loop": 2`. */
  setting(option: NamedOption, value: string | number | boolean): string
  /** The action at this index of the NCCO, with its place: `<Connect> (ivr.tsx:21:5)` or `connect (/1)`. */
  action(index: number): string
  /** The words for TSX, or else those for JSON. */
  either(tsx: string, json: string): string
}

/** An option that both notations spell alike. */
export function option(name: string): NamedOption {
  return { key: name, prop: name }
}

/** The names as a choice: `a, b or c`. */
export function choice(names: readonly string[]): string {
  return joined(names, 'or')
}

/** The names as a list: `a, b and c`. */
export function enumerated(names: readonly string[]): string {
  return joined(names, 'and')
}

function joined(names: readonly string[], word: 'and' | 'or'): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} ${word} ${names[names.length - 1]}`
}

/** The values of a list as a choice, each in quotes. */
export function quoted(values: readonly string[]): string {
  return choice(values.map((value) => `"${value}"`))
}

/** The objects as TSX spells them: `<Phone>`. */
export function tagsOf(objects: readonly Named[]): string[] {
  return objects.map(({ component }) => `<${component}>`)
}

/** Shortens a name that the author wrote. Do not use it for the data of a caller. */
export function clipped(name: string, longest = 40): string {
  return visible(cut(name, longest))
}

/**
 * Quotes and shortens a name or a misspelt choice. Do not use it for any other value, not even a number: that may be caller data
 * (a pressed key).
 */
export function short(name: string): string {
  return visible(JSON.stringify(cut(name, 40)))
}

/** A JSON pointer for a reader: its keys may be of any length and hold anything. */
export function shownPointer(pointer: string): string {
  return clipped(pointer, 120)
}

function cut(name: string, longest: number): string {
  return name.length > longest ? `${name.slice(0, longest)}…` : name
}

/** A text in which every character that a terminal obeys, hides or reorders by is an escape. */
export function visible(text: string): string {
  if (/^[ -~]*$/.test(text)) return text
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) => {
    return `\\u{${character.codePointAt(0)?.toString(16)}}`
  })
}
