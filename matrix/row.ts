import type { Project } from './project'

/** The parts of the matrix, in the order of its table. */
type Part =
  | 'compiler'
  | 'bundler'
  | 'runtime'
  | 'framework'
  | 'test runner'
  | 'modules'
  | 'npm create'

/** A tool, and what is to hold in it. */
export interface Row {
  readonly part: Part
  /** What `npm run matrix -- name` takes. A tool that is a compiler and a runtime has a row in both parts. */
  readonly name: string
  /** The npm packages that a project needs for it, pinned; the first is the tool. */
  readonly packages: Readonly<Record<string, string>>
  /** Whether it runs on every change. */
  readonly isFast?: boolean
  /** By the words for the table. */
  readonly trials: Readonly<Record<string, Trial>>
}

/** Throws if something does not hold. The text that it returns is shown in the table. */
export type Trial = (project: Project) => Promise<string | undefined>
