/** Texts in parts of base64url that decoders read as the same bytes, but that nobody writes. */
export function otherSpellings(text: string): string[] {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const parts = text.split('.')
  return parts.flatMap((part, index) =>
    [...alphabet, '=', '=='].flatMap((last) => {
      const spelling = last.startsWith('=') ? part + last : part.slice(0, -1) + last
      const isOther = spelling !== part && bytesOf(spelling) === bytesOf(part)
      return isOther ? [parts.with(index, spelling).join('.')] : []
    }),
  )
}

function bytesOf(text: string): string {
  return Buffer.from(text, 'base64url').toString('hex')
}
