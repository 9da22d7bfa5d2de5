import { brandError, isInstance } from './brand'
import { formatIssue, type Issue } from './issue'
import type { IssueCode } from './messages'

// Shared by name, so that an error of one copy of the package is an NccoError to another copy.
const brand = Symbol.for('ncco-jsx.error')

const issuesInMessage = 20

/**
 * What `render` and `renderAsync` throw, whatever goes wrong in a flow: every issue found, errors and warnings,
 * in document order.
 *
 * An error that a component threw is kept as `cause`.
 */
export class NccoError extends Error {
  override readonly name = 'NccoError'
  /** Code of the first error. */
  readonly code: IssueCode
  /** Everything that was found, in document order, warnings included. */
  readonly issues: readonly Issue[]

  constructor(issues: readonly [Issue, ...Issue[]], options?: ErrorOptions) {
    const errors = issues.filter((issue) => issue.severity === 'error')
    super(formatIssues(errors), options)
    this.code = (errors[0] ?? issues[0]).code
    this.issues = issues
    brandError(this, brand)
  }

  /**
   * An error of another copy of the package is an instance too.
   * @internal
   */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isInstance(this, value, brand)
  }
}

function formatIssues(issues: readonly Issue[]): string {
  const shown = issues.slice(0, issuesInMessage).map(formatIssue)
  const more = issues.length - shown.length
  return more > 0 ? [...shown, `and ${more} more, in error.issues`].join('\n') : shown.join('\n')
}
