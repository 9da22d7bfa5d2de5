import { isDevelopment } from '../issues/is-development'
import { formatIssue, formatPlace, type Issue } from '../issues/issue'

// Paths can hold keys of an author's data, so there is no end of them.
const mostPlaces = 1000

const printed = /* @__PURE__ */ new Set<string>()

/** Prints a warning in development, once for each code and place. */
export function printWarning(issue: Issue): void {
  if (printed.size >= mostPlaces || !isDevelopment()) return
  const key = `${issue.code} ${issue.path} ${formatPlace(issue)}`
  if (printed.has(key)) return
  printed.add(key)
  try {
    console.warn(`ncco-jsx: ${formatIssue(issue)}`)
  } catch {
    // A console can be missing or broken.
  }
}
