const unreadable = 'an error that cannot be read'

/** Puts a thrown value into words. Never throws itself, even for a value that throws when it is read. */
export function describeThrown(error: unknown): string {
  try {
    return String(error)
  } catch {
    return unreadable
  }
}

/** The reason why a request failed: a code such as `ECONNREFUSED`, else the message. */
export function causeOf(error: unknown): string {
  try {
    const { cause, code } = Object(error)
    return String(cause?.code ?? code ?? cause?.message ?? error)
  } catch {
    return unreadable
  }
}
