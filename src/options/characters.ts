/** The number of characters of a text, as code points: the reading that lets most through. */
export function countCharacters(text: string): number {
  return text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, ' ').length
}
