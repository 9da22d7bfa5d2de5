/** The moderator of examples/conference. */
export const moderator = '447700900030'
