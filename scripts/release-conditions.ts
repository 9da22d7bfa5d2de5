import type { Addresses } from './addresses'

/** The facts that decide whether a version may be published. */
export interface ReleaseState {
  readonly version: string
  /** The versions of the packages, by their names. */
  readonly versions: Readonly<Record<string, string>>
  /** Made from the git remote `origin`; `undefined` without one on a host that npm knows. */
  readonly addresses: Addresses | undefined
  readonly changelog: string
  /** The output of `git status --porcelain`. */
  readonly changes: string
  /** The tags of the commit that is checked out. */
  readonly tagsHere: readonly string[]
  /** Every tag of the repository. */
  readonly tags: readonly string[]
  /** Whether this runs where npm can attest what was built from which commit. */
  readonly hasProvenance: boolean
}

export function tagOf(version: string): string {
  return `v${version}`
}

/** The tag on the registry under which `npm install ncco-jsx@…` finds the version. */
export function channelOf(version: string): 'latest' | 'next' {
  return version.includes('-') ? 'next' : 'latest'
}

/** The reasons against a release, one sentence each; empty if it may go out. */
export function findObstacles(state: ReleaseState): string[] {
  const tag = tagOf(state.version)
  const conditions: readonly (readonly [boolean, string])[] = [
    [state.changes === '', 'The working tree has changes. Commit or stash them.'],
    [
      strays(state).length === 0,
      `${strays(state).join(' and ')} not ${state.version}. Set all versions: npm version ${state.version} --workspaces --include-workspace-root --no-git-tag-version.`,
    ],
    [
      hasDatedSection(state),
      `CHANGELOG.md has no section "## ${state.version}, <date as YYYY-MM-DD>". Write it, or date it.`,
    ],
    [
      state.addresses !== undefined,
      'There is no git remote "origin" on GitHub, GitLab or another host that npm knows, from which repository, bugs and homepage are made. Add it: git remote add origin <url>.',
    ],
    [
      state.tagsHere.includes(tag) || !state.tags.includes(tag),
      `${tag} is the tag of another commit. Raise the version in package.json.`,
    ],
    [
      !state.hasProvenance || state.tagsHere.includes(tag),
      `This commit is not tagged ${tag}. Run the release on a push of that tag.`,
    ],
  ]
  return conditions.filter(([holds]) => !holds).map(([, obstacle]) => obstacle)
}

/** The packages of another version than the others. */
function strays({ version, versions }: ReleaseState): string[] {
  return Object.entries(versions)
    .filter(([, own]) => own !== version)
    .map(([name, own]) => `${name} is ${own},`)
}

function hasDatedSection({ changelog, version }: ReleaseState): boolean {
  const headings = changelog.split(/\r?\n/).filter((line) => line.startsWith('## '))
  return headings.some(
    (heading) =>
      heading.startsWith(`## ${version}, `) &&
      /^\d{4}-\d{2}-\d{2}$/.test(heading.slice(`## ${version}, `.length)),
  )
}
