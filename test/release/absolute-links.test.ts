import { describe, expect, it } from 'vitest'
import { withAbsoluteLinks } from '../../scripts/absolute-links'
import { addressesOf } from '../../scripts/addresses'

function linked(text: string, remote = 'https://github.com/acme/calls.git', folder = '') {
  const addresses = addressesOf(remote)
  if (!addresses) throw new Error('The remote has no addresses.')
  const files = new Set(['README.md', 'docs/errors.md', 'docs/rules.md'])
  return (page: string) =>
    withAbsoluteLinks(text, { page, files, addresses, tag: 'v1.2.0', folder })
}

describe('the links of a published page', () => {
  it('lead to the repository where the package does not have the file', () => {
    const text = '[code](examples/greeting/flow.tsx#L3), [folder](bench/)'
    expect(linked(text)('README.md')).toBe(
      '[code](https://github.com/acme/calls/blob/v1.2.0/examples/greeting/flow.tsx#L3), [folder](https://github.com/acme/calls/blob/v1.2.0/bench/)',
    )
  })

  it('stay as they are where it has it, and where they are absolute', () => {
    const text =
      '[errors](errors.md#bad-url), [top](#top), [npm](https://npmjs.com), [mail](mailto:a@b.example)'
    expect(linked(text)('docs/rules.md')).toBe(text)
  })

  it('show pictures, in Markdown and in HTML', () => {
    const text = '![studio](studio.png) <img src="studio.png" alt="" />'
    const url = 'https://github.com/acme/calls/raw/v1.2.0/docs/studio.png'
    expect(linked(text)('docs/rules.md')).toBe(`![studio](${url}) <img src="${url}" alt="" />`)
  })

  it.each([
    [
      'git@gitlab.com:acme/calls.git',
      'https://gitlab.com/acme/calls/-/blob/v1.2.0/studio/src/a.ts',
    ],
    [
      'git@bitbucket.org:acme/calls.git',
      'https://bitbucket.org/acme/calls/src/v1.2.0/studio/src/a.ts',
    ],
  ])('know the host %s, and the folder of the package', (remote, url) => {
    expect(linked('[a](src/a.ts)', remote, 'studio')('README.md')).toBe(`[a](${url})`)
  })
})
