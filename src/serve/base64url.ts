/**
 * Whether a text is the only spelling of its bytes in base64url without padding (RFC 4648, section 3.5). Decoders also take texts whose
 * last character has bits that belong to no byte, so that several texts would pass for one token.
 */
export function isCanonical(text: string): boolean {
  return /^(?:[\w-]{4})*(?:[\w-][AQgw]|[\w-]{2}[AEIMQUYcgkosw048])?$/.test(text)
}
