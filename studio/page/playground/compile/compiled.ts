/** A module as the body of a function of `require` and `exports`, or the reason why it cannot be compiled. */
export type Compiled = { readonly code: string } | { readonly error: CompileError }

export interface CompileError {
  readonly message: string
  /** From 1. */
  readonly line: number | undefined
  /** From 1. */
  readonly column: number | undefined
}
