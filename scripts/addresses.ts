import hostedGitInfo from 'hosted-git-info'

/** Where people find the project: fields of a published package.json. */
export interface Addresses {
  readonly repository: { readonly type: 'git'; readonly url: string }
  readonly bugs: { readonly url: string }
  readonly homepage: string
}

/**
 * The addresses of the project whose git remote this is; `undefined` if the host is none of those that npm knows. A clone
 * knows where it comes from, so that package.json need not: a fork is published under its own addresses.
 */
export function addressesOf(remote: string): Addresses | undefined {
  const host = hostedGitInfo.fromUrl(remote, { noCommittish: true })
  if (!host) return
  // A remote may hold a token.
  delete host.auth
  return {
    repository: { type: 'git', url: host.https({ noGitPlus: false }) },
    bugs: { url: host.bugs() },
    homepage: host.docs(),
  }
}
