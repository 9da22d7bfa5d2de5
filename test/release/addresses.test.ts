import { describe, expect, it } from 'vitest'
import { addressesOf } from '../../scripts/addresses'

describe('the addresses of a release', () => {
  it.each([
    'git@github.com:acme/calls.git',
    'ssh://git@github.com/acme/calls.git',
    'https://github.com/acme/calls',
    'https://someone:token@github.com/acme/calls.git',
  ])('come from %s', (remote) => {
    expect(addressesOf(remote)).toStrictEqual({
      repository: { type: 'git', url: 'git+https://github.com/acme/calls.git' },
      bugs: { url: 'https://github.com/acme/calls/issues' },
      homepage: 'https://github.com/acme/calls#readme',
    })
  })

  it('may be on another host, in a group', () => {
    expect(addressesOf('git@gitlab.com:acme/voice/calls.git')?.homepage).toBe(
      'https://gitlab.com/acme/voice/calls#readme',
    )
  })

  it.each(['', '/srv/git/calls.git', 'https://git.example.com/calls.git'])(
    'are not made up for %j',
    (remote) => {
      expect(addressesOf(remote)).toBeUndefined()
    },
  )
})
