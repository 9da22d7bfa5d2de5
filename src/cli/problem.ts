/** The reason why a command ends, in words for its user. */
export class Problem extends Error {
  override readonly name = 'Problem'
}
