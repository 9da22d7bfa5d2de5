/** How an act of one kind is written in a script. */
export interface ActWords<Act> {
  /** An example of its words. */
  readonly example: string
  /** What it does, for readers of a list of acts. */
  readonly does: string
  /** Returns the act that the words say, or `undefined` if they say another. */
  readonly read: (words: string) => Act | undefined
  readonly write: (act: Act) => string
}

/** The words of every kind of act. */
export type WordsOf<Act extends { readonly kind: string }> = {
  readonly [Kind in Act['kind']]: ActWords<Extract<Act, { readonly kind: Kind }>>
}

/** Reads an act of a table; `undefined` if the words are not one. */
export function readAct<Act extends { readonly kind: string }>(
  table: WordsOf<Act>,
  words: string,
): Act | undefined {
  for (const { read } of Object.values(table) as ActWords<Act>[]) {
    const act = read(words)
    if (act) return act
  }
  return undefined
}

/** Writes an act of a table, so that `readAct` reads it. */
export function writeAct<Act extends { readonly kind: string }>(
  table: WordsOf<Act>,
  act: Act,
): string {
  // The compiler does not see that the row of a kind writes the acts of that kind.
  const { write } = table[act.kind as Act['kind']] as unknown as ActWords<Act>
  return write(act)
}

/** The words of an act that is a fixed phrase. */
export function phrase<const Kind extends string>(
  kind: Kind,
  words: string,
  does: string,
  pattern = new RegExp(`^${words}$`),
): ActWords<{ readonly kind: Kind }> {
  return {
    example: words,
    does,
    read: (text) => (pattern.test(text) ? { kind } : undefined),
    write: () => words,
  }
}
