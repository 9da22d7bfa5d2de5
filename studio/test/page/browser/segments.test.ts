import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Segment } from '../../../page/sound/segments'
import { hasBrowser, unlessBrowser } from './support/find-browser'
import { launchBrowser } from './support/studio-page'

declare const segments: typeof import('../../../page/sound/segments')

describe.skipIf(!hasBrowser)(`the parts of a prompt${unlessBrowser}`, () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await launchBrowser()
    page = await browser.newPage()
    const { outputFiles } = await build({
      entryPoints: ['studio/page/sound/segments.ts'],
      bundle: true,
      format: 'iife',
      globalName: 'segments',
      write: false,
    })
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' })
  })
  afterAll(() => browser?.close())

  const read = async (text: string): Promise<string[]> => {
    const parts = await page.evaluate((text) => segments.toSegments(text, 'en-GB'), text)
    return parts.map(shown)
  }
  const shown = ({ text, language, rate, volume, pause }: Segment) =>
    [text.trim(), language, rate, volume, pause].join(' | ')

  it('are one part for a plain text', async () => {
    expect(await read('5 < 6 & <b>')).toStrictEqual(['5 < 6 & <b> | en-GB | 1 | 1 | 0'])
  })

  it('follow the rate, the language and the breaks of SSML', async () => {
    const ssml =
      '<speak>One <prosody rate="slow">two <break time="1500ms"/>three</prosody>' +
      '<p>four</p><lang xml:lang="es-ES">cinco</lang></speak>'
    expect(await read(ssml)).toStrictEqual([
      'One | en-GB | 1 | 1 | 0',
      'two | en-GB | 0.75 | 1 | 0',
      'three | en-GB | 0.75 | 1 | 1.5',
      'four | en-GB | 1 | 1 | 0',
      'cinco | es-ES | 1 | 1 | 0.8',
    ])
  })

  it('spell what is to be spelled, and say what stands for it', async () => {
    const ssml =
      '<speak><say-as interpret-as="digits">123</say-as> by <sub alias="World Wide Web">WWW</sub></speak>'
    expect(await read(ssml)).toStrictEqual(['1 2 3 by World Wide Web | en-GB | 1 | 1 | 0'])
  })

  it('are none for what is not well-formed', async () => {
    expect(await read('<speak>One <b></speak>')).toStrictEqual([])
  })
})
