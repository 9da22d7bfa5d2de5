interface Message {
  readonly bytes?: number
  readonly text?: string | undefined
}

/** The messages by recording; a real app has a database. */
export const messages = new Map<string, Message>()
