/** Something that its reader can mend: what is wrong, and what to do. */
export class Problem extends Error {
  override readonly name = 'Problem'

  constructor(wrong: string, remedy: string) {
    super(`${wrong}\n  ${remedy}`)
  }
}
