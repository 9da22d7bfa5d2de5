import type { Failure } from '../protocol'

/** An error that ended a render, as far as every version of the package has it. */
export interface RenderFailure {
  readonly issues: readonly Omit<Failure, 'detail'>[]
  readonly cause?: unknown
}

/** What is wrong in the flows that were rendered while a request was answered. */
export function failuresOf(errors: readonly RenderFailure[]): readonly Failure[] | undefined {
  // An error that got its place later was told of twice.
  const causes = new Set(errors.map(({ cause }) => cause))
  const failures = errors
    .filter((error) => !causes.has(error))
    .flatMap(({ issues, cause }) =>
      issues.map(({ code, severity, message, remedy, path, element, components, source }) => {
        const detail = stackOf(cause)
        return {
          ...{ code, severity, message, remedy, path },
          ...(element !== undefined && { element }),
          ...(components && { components }),
          ...(source && { source }),
          ...(detail !== undefined && { detail }),
        }
      }),
    )
  return failures.length > 0 ? failures : undefined
}

/** The stack of what a component threw; an error of the package says all in its message. */
function stackOf(cause: unknown): string | undefined {
  const { stack, issues } = Object(cause) as { stack?: unknown; issues?: unknown }
  return typeof stack === 'string' && issues === undefined ? stack : undefined
}
