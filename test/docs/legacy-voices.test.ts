import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { makeErrorsPage } from '../../scripts/errors-page'
import { legacyVoices } from '../../src/speech/legacy-voices'
import { issuesIn } from '../support/issues'

/** A language of the published list, whose voices may have had other names. */
interface Published {
  readonly language: string
  readonly styles: readonly { readonly style: number; readonly legacyVoiceName?: string[] }[]
}

const file = new URL('../../../shared/reference/tts-voices.json', import.meta.url)
const isThere = existsSync(file)
const published: readonly Published[] = isThere ? JSON.parse(readFileSync(file, 'utf8')) : []

const page = makeErrorsPage()

const voices = Object.entries(legacyVoices).flatMap(([language, styles]) =>
  Object.entries(styles).map(([name, style]) => ({ name, language, style })),
)

describe('the old names of voices', () => {
  it.skipIf(!isThere)('are the published ones (skipped without ../shared/reference)', () => {
    const named = published.flatMap(({ language, styles }) =>
      styles.flatMap(({ style, legacyVoiceName = [] }) =>
        legacyVoiceName.map((name) => ({ name, language, style })),
      ),
    )
    expect(voices).toStrictEqual(named)
  })

  it('are 96', () => {
    expect(voices).toHaveLength(96)
  })

  it.each(voices)('stand in docs/errors.md: $name', ({ name, language, style }) => {
    expect(page).toContain(`| ${name} | \`${language}\` | ${style} |`)
  })

  it.each(voices)('stand for a voice that a talk has: $name', ({ language, style }) => {
    expect(issuesIn([{ action: 'talk', text: 'Hello', language, style }])).toStrictEqual([])
  })
})
