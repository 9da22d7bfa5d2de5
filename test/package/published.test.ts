import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { addressesOf } from '../../scripts/addresses'
import { packages } from '../../scripts/packages'
import { stage } from '../../scripts/packed'
import { root } from '../../scripts/tools'

const addresses = addressesOf('https://github.com/acme/calls.git')
const here = 'https://github.com/acme/calls/'
const folder = mkdtempSync(join(tmpdir(), 'ncco-jsx-published-'))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The pages of a package as it is published, with what they link to. */
function linksOf(staged: string): { page: string; target: string }[] {
  const pages = readdirSync(staged, { recursive: true, encoding: 'utf8' })
    .map((name) => join(staged, name))
    .filter((path) => path.endsWith('.md'))
  return pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/(?:\]\(|\bsrc=")([^)"\s#]+)/g)].map(
      ([, target = '']) => ({ page, target }),
    ),
  )
}

/** Whether a link leads to something that is there. */
function leads({ page, target }: { page: string; target: string }): boolean {
  if (target.startsWith(here)) {
    const [, path = ''] = /^(?:blob|raw)\/v9\.9\.9\/(.*)$/.exec(target.slice(here.length)) ?? []
    return existsSync(join(root, path))
  }
  return /^[a-z]+:/.test(target) || existsSync(join(dirname(page), target))
}

describe.each(Object.entries(packages))('%s, as it is published', (name, path) => {
  const staged = join(folder, name)
  stage(path, staged, { addresses, tag: 'v9.9.9' })

  it('has no page with a link that leads nowhere', () => {
    expect(linksOf(staged).filter((link) => !leads(link))).toStrictEqual([])
  })

  it('tells where its sources and its issues are', () => {
    const { repository, bugs } = JSON.parse(readFileSync(join(staged, 'package.json'), 'utf8'))
    const directory =
      name === 'ncco-jsx' ? {} : { directory: path.slice(root.length).replaceAll('\\', '/') }
    expect(repository).toStrictEqual({
      type: 'git',
      url: `git+${here.slice(0, -1)}.git`,
      ...directory,
    })
    expect(bugs).toStrictEqual({ url: `${here}issues` })
  })

  it('has a manifest without what only the repository needs', () => {
    const manifest = JSON.parse(readFileSync(join(staged, 'package.json'), 'utf8'))
    for (const key of ['workspaces', 'scripts', 'devDependencies', 'overrides', 'allowScripts'])
      expect(manifest).not.toHaveProperty(key)
    expect(manifest).toMatchObject({ name, license: 'MIT', engines: {} })
  })

  it('has a licence, a page to begin with, and nothing of the machinery', () => {
    const names = readdirSync(staged)
    expect(names).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json']))
    expect(
      names.filter((name) => /^(?:test|bench|matrix|scripts|tools|\.ci|\.github)$/.test(name)),
    ).toStrictEqual([])
  })
})

it('the README of ncco-jsx leads somewhere, and shows a picture', () => {
  const links = linksOf(join(folder, 'ncco-jsx')).filter(({ page }) => page.endsWith('README.md'))
  expect(links.length).toBeGreaterThan(8)
  expect(links.map(({ target }) => target)).toContain(`${here}raw/v9.9.9/docs/studio-light.png`)
})
