import type { Call } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { dialFlow } from '../dial-flow'
import { flow } from './flow'
import { texts } from './texts'

const offers = [
  'For English, press 1.',
  'Für Deutsch drücken Sie die 2.',
  'Pour le français, appuyez sur le 3.',
]

/** The languages of what is said in the last answer. */
function languages(call: Call): unknown[] {
  const body = call.webhooks.findLast(({ answer }) => answer?.body)?.answer?.body ?? '[]'
  return JSON.parse(body).flatMap(({ language = [] }) => language)
}

describe('language choice', () => {
  it('offers each language in its own voice', async () => {
    const call = await dialFlow(flow)
    expect(call.heard).toStrictEqual(offers)
    expect(languages(call)).toStrictEqual(['en-GB', 'de-DE', 'fr-FR'])
  })

  it.each([
    ['1', 'en', 'en-GB'],
    ['2', 'de', 'de-DE'],
    ['3', 'fr', 'fr-FR'],
  ] as const)('goes on after %s in %s', async (key, name, language) => {
    const call = await dialFlow(flow)
    const { welcome, menu, noMatch, hours, goodbye } = texts[name]
    await call.press(key)
    await call.press('7')
    await call.press('1')
    expect(call.heard.slice(3)).toStrictEqual([welcome, menu, noMatch, menu, hours, goodbye])
    expect(languages(call)).toStrictEqual([language, language])
  })

  it('says all again after silence, then goes on in English', async () => {
    const call = await dialFlow(flow)
    await call.wait(5)
    await call.wait(5)
    const { welcome, menu } = texts.en
    expect(call.heard).toStrictEqual([...offers, ...offers, welcome, menu])
  })

  it('lets the caller change the language', async () => {
    const call = await dialFlow(flow)
    await call.press('2')
    await call.press('*')
    await call.press('3')
    expect(call.heard.slice(3)).toStrictEqual([
      texts.de.welcome,
      texts.de.menu,
      ...offers,
      texts.fr.welcome,
      texts.fr.menu,
    ])
  })

  it('connects', async () => {
    const call = await dialFlow(flow)
    await call.press('2')
    await call.press('2')
    expect(call.legs[0]?.endpoint.number).toBe('447700900080')
    await call.calledLeg(1).busy()
    expect(call.heard.slice(-2)).toStrictEqual([texts.de.connecting, texts.de.goodbye])
  })
})
