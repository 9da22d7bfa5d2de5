import { describe, expect, it } from 'vitest'
import { pickVoice } from '../../../page/sound/speaker'

const voices = [
  { name: 'Ada', lang: 'en-GB' },
  { name: 'Ben', lang: 'en_GB' },
  { name: 'Cleo', lang: 'en-US' },
  { name: 'Dora', lang: 'es-ES' },
]

describe('the voice of a prompt', () => {
  it.each([
    ['en-GB', 0, 'Ada'],
    ['en-GB', 1, 'Ben'],
    ['en-GB', 2, 'Ada'],
    ['es-MX', 3, 'Dora'],
    ['en-AU', 2, 'Cleo'],
    ['fr-FR', 0, undefined],
  ])('in %s with style %i', (language, style, name) => {
    expect(pickVoice(voices, language, style)?.name).toBe(name)
  })
})
