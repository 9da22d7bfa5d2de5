// XML 1.0 cannot hold control characters and lone halves of surrogate pairs.
// biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern looks for them.
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/gu

/** The text without the characters that XML cannot hold. */
export function withoutIllegal(text: string): string {
  return text.replace(illegal, '')
}

/** Whether a text is only white space as XML knows it: no-break spaces and the like are text. */
export function isXmlSpace(text: string): boolean {
  return /^[ \t\r\n]*$/.test(text)
}

const reference = /&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([\da-fA-F]+));/g

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

/** The text without the entities that XML knows. */
export function withoutEntities(text: string): string {
  return text.replace(reference, '')
}

/** The text with its entities resolved; `undefined` if an `&` does not start an entity that XML knows. */
export function resolveEntities(text: string): string | undefined {
  if (!text.includes('&')) return text
  let isLegal = !withoutEntities(text).includes('&')
  const resolved = text.replace(reference, (_, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return entities[name] ?? ''
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    const character = code <= 0x10ffff ? String.fromCodePoint(code) : ''
    isLegal &&= withoutIllegal(character) !== ''
    return character
  })
  return isLegal ? resolved : undefined
}
