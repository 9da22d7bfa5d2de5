/** A flow as it is loaded. */
export interface Flow {
  /** TSX. */
  readonly source: string
  /** The same, compiled; absent where that has not been done. */
  readonly code?: string | undefined
}
