/** The addresses of the project: fields of a published package.json. */
export interface Addresses {
  readonly repository: { readonly type: 'git'; readonly url: string }
  readonly bugs: { readonly url: string }
  readonly homepage: string
}

// The forms of a remote that git prints, on the hosts whose issues and pages npm links to. A remote may hold a token.
const hosted =
  /^(?:git@|(?:ssh|https):\/\/(?:[^@/]+@)?)((?:github|gitlab)\.com|bitbucket\.org)[:/](.+?)(?:\.git)?$/

/**
 * The addresses of the project whose git remote this is; `undefined` on another host. A clone knows where it comes from, so
 * package.json does not say it: a fork is published under its own addresses.
 */
export function addressesOf(remote: string): Addresses | undefined {
  const [, host, path] = hosted.exec(remote) ?? []
  if (host === undefined) return undefined
  const page = `https://${host}/${path}`
  return {
    repository: { type: 'git', url: `git+${page}.git` },
    bugs: { url: `${page}/issues` },
    homepage: `${page}#readme`,
  }
}
