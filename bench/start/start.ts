/** What one start of a runtime with a module took. */
export interface Start {
  /** Milliseconds of the import alone, by the clock of the runtime; none where that stands still. */
  readonly imported?: number
  /** Milliseconds of the whole process, or until its first answer. */
  readonly total: number
  /** Bytes resident after the import. */
  readonly resident: number
}
