import {
  check,
  type Issue,
  type IssueCode,
  type Ncco,
  NccoError,
  type NccoNode,
  type RenderOptions,
  render,
} from 'ncco-jsx'

/** What a test says of an issue: its weight, its code, and its place. */
export type Found = Pick<Issue, 'severity' | 'code' | 'path'>

export function error(code: IssueCode, path: string): Found {
  return { severity: 'error', code, path }
}

export function warning(code: IssueCode, path: string): Found {
  return { severity: 'warning', code, path }
}

/** What `render` makes of a flow: the NCCO, unless there is an error, and every issue. */
export function judge(
  flow: NccoNode,
  options: RenderOptions = {},
): { ncco: Ncco | undefined; issues: Found[] } {
  const warnings: Issue[] = []
  try {
    const ncco = render(flow, { ...options, onWarning: (issue) => warnings.push(issue) })
    return { ncco, issues: warnings.map(toFound) }
  } catch (error) {
    if (!(error instanceof NccoError)) throw error
    return { ncco: undefined, issues: error.issues.map(toFound) }
  }
}

/** Every issue that `render` finds in a flow. */
export function issuesOf(flow: NccoNode): Found[] {
  return judge(flow).issues
}

/** Every issue that `check` finds in an NCCO. */
export function issuesIn(ncco: unknown): Found[] {
  return check(ncco).map(toFound)
}

function toFound({ severity, code, path }: Issue): Found {
  return { severity, code, path }
}
