import { describe, expect, it } from 'vitest'
import { addressesOf } from '../../scripts/addresses'
import {
  channelOf,
  findObstacles,
  type ReleaseState,
  tagOf,
} from '../../scripts/release-conditions'

const ready: ReleaseState = {
  version: '1.2.0',
  versions: { 'ncco-jsx': '1.2.0', 'ncco-jsx-studio': '1.2.0' },
  addresses: addressesOf('https://github.com/acme/calls.git'),
  changelog: '# Changelog\n\n## 1.2.0, 2030-01-31\n\n- One thing.\n\n## 1.1.0, 2030-01-01\n',
  changes: '',
  tagsHere: [],
  tags: ['v1.1.0'],
  hasProvenance: false,
}

const tagged: ReleaseState = { ...ready, tagsHere: ['v1.2.0'], tags: ['v1.1.0', 'v1.2.0'] }

describe('a release', () => {
  it.each([
    ['to be tagged', ready],
    ['that is tagged already', tagged],
    ['in CI', { ...tagged, hasProvenance: true }],
    [
      'of a preview',
      { ...ready, version: '2.0.0-rc.1', versions: {}, changelog: '## 2.0.0-rc.1, 2030-02-01' },
    ],
  ])('%s may go out', (_, state) => {
    expect(findObstacles(state)).toStrictEqual([])
  })

  it.each<[string, Partial<ReleaseState>, string]>([
    ['of a tree with changes', { changes: ' M README.md' }, 'The working tree has changes.'],
    [
      'of packages of two versions',
      { versions: { 'ncco-jsx': '1.2.0', 'ncco-jsx-studio': '1.1.0' } },
      'ncco-jsx-studio is 1.1.0, not 1.2.0. Set all versions: npm version 1.2.0 --workspaces',
    ],
    [
      'that the changelog does not name',
      { version: '1.2.1', versions: {} },
      'no section "## 1.2.1, <date',
    ],
    [
      'of another version of the changelog',
      { version: '1x2.0', versions: {} },
      'no section "## 1x2.0, <date',
    ],
    ['without a date', { changelog: '## 1.2.0, unreleased' }, 'no section "## 1.2.0, <date'],
    ['without an address', { addresses: undefined }, 'There is no git remote "origin"'],
    ['whose tag is elsewhere', { tags: ['v1.2.0'] }, 'v1.2.0 is the tag of another commit.'],
    ['in CI without its tag', { hasProvenance: true }, 'This commit is not tagged v1.2.0.'],
  ])('%s does not', (_, change, obstacle) => {
    expect(findObstacles({ ...ready, ...change })).toStrictEqual([
      expect.stringContaining(obstacle),
    ])
  })

  it('names everything that is in its way', () => {
    expect(findObstacles({ ...ready, changes: '?? a', changelog: '' })).toHaveLength(2)
  })

  it('is found under latest, a preview under next', () => {
    expect([channelOf('1.2.0'), channelOf('2.0.0-rc.1'), tagOf('1.2.0')]).toStrictEqual([
      'latest',
      'next',
      'v1.2.0',
    ])
  })
})
