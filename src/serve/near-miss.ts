import { nearest } from '../issues/nearest'

/** A path that the app does not have, and the paths of the app that it resembles. */
export interface NearMiss {
  readonly basePath: string
  /** The paths that may have been meant. */
  readonly suggested: readonly string[]
  /** The beginning of the path, if the rest is a path of the app without its base path; empty if the base path is missing. */
  readonly prefix: string | undefined
  /** Whether the prefix may be printed. In production it may not: anyone can request any path. */
  readonly isDevelopment: boolean
}

/**
 * @param paths those of the app, below its base path
 * @param path the one that was asked for
 */
export function suggestPaths(
  paths: readonly string[],
  basePath: string,
  path: string,
  isDevelopment: boolean,
): NearMiss {
  const [first, ...others] = paths.filter((below) => path.endsWith(below))
  if (first !== undefined) {
    const below = others.reduce((a, b) => (b.length > a.length ? b : a), first)
    const prefix = path.slice(0, -below.length)
    return { basePath, suggested: [basePath + below], prefix, isDevelopment }
  }
  const whole = paths.map((below) => basePath + below)
  const close = nearest(path, whole)
  const suggested = close === undefined ? whole : [close]
  return { basePath, suggested, prefix: undefined, isDevelopment }
}

/** The change to make if the request was a webhook. */
export function adviceFor({ basePath, prefix, isDevelopment }: NearMiss): string {
  if (prefix === undefined) {
    return 'Check the URLs in the application, in the call and in the flow.'
  }
  if (prefix === '') {
    return `If it did, a router removed ${basePath}: leave basePath out and put it at the end of baseUrl, or let the router keep it, in Hono with mount("${basePath}", app.fetch, { replaceRequest: false }).`
  }
  const given =
    isDevelopment && isSafeToPrint(prefix)
      ? `basePath: "${prefix}"`
      : 'the part before that path as its basePath'
  return `If the app is mounted there, give it ${given}.`
}

/** Whether a path prefix is safe to print: short, plain words, at most a version digit. */
function isSafeToPrint(path: string): boolean {
  return path.length <= 40 && /^(?:\/[a-z_-]+\d?)+$/i.test(path)
}
