import { createElement, type NccoNode, Raw, render, Talk } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { caught } from '../support/errors'
import { judge } from '../support/issues'

/** Message and remedy of what is wrong with a flow. */
function told(flow: NccoNode): string[] {
  return caught(() => render(flow)).issues.flatMap(({ message, remedy }) => [message, remedy])
}

describe('an attribute that a tag does not have', () => {
  it.each<['break' | 'lang' | 'p', object, string]>([
    ['break', { tiem: '1s' }, 'Write time.'],
    [
      'break',
      { duration: '1s' },
      'Write strength or time, or write the whole text as <Talk ssml={…}>.',
    ],
    [
      'lang',
      { lang: 'fr-FR', xmlLang: 'fr-FR' },
      'Write xml:lang, or write the whole text as <Talk ssml={…}>.',
    ],
    ['p', { class: 'x' }, 'Remove it, or write the whole text as <Talk ssml={…}>.'],
  ])('on <%s> %j is told what is sent in its place', (tag, props, remedy) => {
    const [name] = Object.keys(props)
    expect(told(<Talk>{createElement(tag, { ...props })}</Talk>)).toStrictEqual([
      `<${tag}> has no option "${name}".`,
      remedy,
    ])
  })
})

describe('a tag that is not documented', () => {
  it('is told how SSML is sent that has no element', () => {
    expect(told(<Talk>{createElement('audio' as 'p')}</Talk>)).toStrictEqual([
      '<audio> cannot be rendered, because no such element is known.',
      'If it is a component, write <Audio>. The SSML tags are break, emphasis, lang, p, phoneme, prosody, s, say-as, speak, sub; with another, write the whole text as <Talk ssml={…}>.',
    ])
  })
})

describe('an option on <Raw>', () => {
  const ncco = [{ action: 'talk', text: 'Hello' }]

  it('is told to go into the action', () => {
    const props = { ncco, unchecked: { loop: 2 } }
    expect(told(<Raw {...props} />)).toStrictEqual([
      '<Raw> has no option "unchecked".',
      'Put it into the action in ncco.',
    ])
  })

  it('counts as absent when it is undefined', () => {
    const props = { ncco, unchecked: undefined }
    expect(judge(<Raw {...props} />)).toStrictEqual({ ncco, issues: [] })
  })
})
