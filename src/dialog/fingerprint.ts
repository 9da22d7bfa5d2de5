/** Fingerprints of the last texts. Questions of a flow listen for the same at every turn, and often for the same as one another. */
const known = new Map<string, string>()
const mostKnown = 500

/** A short fingerprint of a text, to notice that a question changed between two turns. Not for secrets. */
export function fingerprintOf(text: string): string {
  const made = known.get(text)
  if (made !== undefined) return made
  const fingerprint = hash(text)
  if (known.size === mostKnown) known.clear()
  known.set(text, fingerprint)
  return fingerprint
}

/** 45 bits of two old hashes (FNV-1a and djb2), made synchronously on every platform. */
function hash(text: string): string {
  let fnv = 0x811c9dc5
  let djb = 5381
  for (let i = 0; i < text.length; i++) {
    fnv = Math.imul(fnv ^ text.charCodeAt(i), 16777619)
    djb = (Math.imul(djb, 33) + text.charCodeAt(i)) | 0
  }
  return ((fnv >>> 0) * 8192 + (djb & 8191)).toString(36)
}
