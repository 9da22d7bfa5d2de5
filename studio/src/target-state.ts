/** What is called, as the page may show it. */
export interface TargetState {
  /** `module`: the app runs in a process of the studio. `server`: it runs elsewhere, and only its answer URL is known. */
  readonly kind: 'module' | 'server'
  /** Its name on the command line, without a password. */
  readonly name: string
  /** The path of a module from the folder of the project, with `/`. */
  readonly file?: string | undefined
  /** The URL to dial, with `fetch` as the option of `dial`. An app in a module may tell its path when it is loaded. */
  readonly answerUrl: string
  readonly status: 'loading' | 'ready' | 'broken'
  /** How often it was loaded: from 1, one more after each change of a file. */
  readonly generation: number
  /** The files that changed before this generation, as paths from the folder of the project. */
  readonly changed: readonly string[]
  /** What the default export of a module is; absent until it was loaded. */
  readonly exports?: ModuleExport | undefined
  /** Why it is broken. */
  readonly problem?: Problem | undefined
}

/** What the default export of a module is. */
export type ModuleExport = 'app' | 'component' | 'ncco'

/** Something that its reader can mend. */
export interface Problem {
  readonly code: ProblemCode
  /** What is wrong, in one sentence. */
  readonly message: string
  /** What to do about it. */
  readonly remedy: string
  /** The stack or the output that shows it. */
  readonly detail?: string | undefined
  readonly source?: Source | undefined
}

export type ProblemCode =
  | 'module-missing'
  | 'module-broken'
  | 'module-without-default'
  | 'json-broken'
  | 'json-without-ncco'
  | 'tsx-missing'
  | 'package-missing'
  | 'app-exited'
  | 'app-stuck'
  | 'app-silent'
  | 'server-unreachable'
  | 'secret-missing'
  | 'not-saved'
  | 'not-opened'

/** A place in a file of the project. */
export interface Source {
  /** An absolute path. */
  readonly file: string
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column?: number | undefined
}
