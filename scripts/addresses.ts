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

// Where each host shows a file, and where it gives its bytes.
const folders: readonly [host: string, page: string, raw: string][] = [
  ['https://github.com/', 'blob', 'raw'],
  ['https://gitlab.com/', '-/blob', '-/raw'],
  ['https://bitbucket.org/', 'src', 'raw'],
]

/** The URL of a file of the project, or of a folder, as it was at a tag. */
export function fileUrl(
  { homepage }: Addresses,
  tag: string,
  path: string,
  kind: 'page' | 'raw',
): string {
  const project = homepage.replace(/#.*$/, '')
  const [, page, raw] = folders.find(([host]) => project.startsWith(host)) ?? []
  return `${project}/${kind === 'raw' ? raw : page}/${tag}/${path}`
}
