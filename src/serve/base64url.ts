const alphabet = /^[\w-]*$/

/**
 * Whether a text is the only spelling of its bytes in base64url without padding (RFC 4648, section 3.5). Decoders also take texts whose
 * last character has bits that belong to no byte, so that several texts would pass for one token.
 */
export function isCanonical(text: string): boolean {
  if (!alphabet.test(text)) return false
  const last = text.slice(-1)
  switch (text.length % 4) {
    case 0:
      return true
    case 2:
      return 'AQgw'.includes(last)
    case 3:
      return 'AEIMQUYcgkosw048'.includes(last)
    default:
      return false
  }
}
