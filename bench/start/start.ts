/** The times of one start of a runtime with a module. */
export interface Start {
  /** Milliseconds of the import by the clock of the runtime; absent if that clock stands still. */
  readonly imported?: number
  /** Milliseconds of the whole process, or until its first answer. */
  readonly total: number
  /** Bytes resident after the import. */
  readonly resident: number
}
