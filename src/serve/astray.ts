/** A path that is none of the app's, by what it is close to. */
export interface Astray {
  readonly basePath: string
  /** The paths that may have been meant. */
  readonly meant: readonly string[]
  /** What stands in the place of the base path, where all the rest is right; empty if nothing does. */
  readonly prefix: string | undefined
}

/** What to do if a webhook went there. */
export function adviceFor({ basePath, prefix }: Astray): string {
  if (prefix === undefined) {
    return 'Look at the URLs in the application, in the call and in the flow.'
  }
  if (prefix === '') {
    return `If it did, a router took ${basePath} away: leave basePath out and put it at the end of baseUrl, or let the router keep it, in Hono with mount("${basePath}", app.fetch, { replaceRequest: false }).`
  }
  const given = areWords(prefix)
    ? `basePath: "${prefix}"`
    : 'what stands before that as its basePath'
  return `If the app is mounted where it went, give the app ${given}.`
}

/** Whether a path holds nothing but words, perhaps with the number of a version: strangers ask for any, which nobody should have to read. */
function areWords(path: string): boolean {
  return path.length <= 40 && /^(?:\/[a-z_-]+\d?)+$/i.test(path)
}
