/** An option that cannot be used: its message says what to write instead. */
export class FlagError extends Error {
  override readonly name = 'FlagError'
}
