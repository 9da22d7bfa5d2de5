import { createElement, Fragment, type NccoNode, Talk, type TalkOptions } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { judge, warning } from '../support/issues'

const issuesOf = (children: NccoNode, options: TalkOptions = {}) =>
  judge(<Talk {...options}>{children}</Talk>).issues

const Name = () => 'Ann'

describe('words that are glued together', () => {
  it('are warned of where JSX drops the line breaks between children', () => {
    const name = 'Ann'
    const flow = (
      <Talk>
        Hello
        {name}
        welcome
      </Talk>
    )
    expect(judge(flow)).toStrictEqual({
      ncco: [{ action: 'talk', text: 'HelloAnnwelcome' }],
      issues: [warning('glued-words', '/0/text')],
    })
  })

  it.each<[string, NccoNode]>([
    ['two texts', ['Hello', 'Ann']],
    ['a text and what a component returns', ['Hello ', <Name key="name" />, 'welcome']],
    ['a text and a fragment', ['Hello', <Fragment key="name">Ann</Fragment>]],
    ['letters that are not ASCII', ['Grüß', 'Österreich']],
    ['a letter with a mark of its own', ['Cafe\u0301', 'open']],
    ['a text and a tag that stresses', ['Hello', <emphasis key="name">Ann</emphasis>]],
    [
      'the end of a tag and a text',
      [
        <prosody key="name" rate="slow">
          {'Ann'}
        </prosody>,
        'welcome',
      ],
    ],
    ['texts inside a tag', <p key="p">{['Hello', 'Ann']}</p>],
    ['an empty text between them', ['Hello', '', 'Ann']],
  ])('are warned of once: %s', (_, children) => {
    expect(issuesOf(children)).toStrictEqual([warning('glued-words', '/0/text')])
  })

  it.each<[string, NccoNode]>([
    ['a space', ['Hello ', 'Ann', ' welcome']],
    ['a space of its own', ['Hello', ' ', 'Ann']],
    ['an apostrophe', ['Ann', "'s order"]],
    ['a comma', ['Ann', ', welcome']],
    ['a number with its unit', [5, 'km']],
    ['a digit after a letter', ['Gate B', 12]],
    ['the ending of a plural', ['3 message', 's']],
    ['a pause', ['Hello', <break key="break" time="1s" />, 'Ann']],
    ['sentences', [<s key="a">Hello</s>, <s key="b">Ann</s>]],
    [
      'digits read one by one',
      [
        'Your code',
        <say-as key="code" interpret-as="digits">
          12
        </say-as>,
      ],
    ],
    ['Thai', ['สวัสดี', 'แอน', 'ยินดีต้อนรับ']],
    ['Chinese', ['你好', 'Ann', '欢迎']],
    ['Japanese', ['ようこそ', 'アン', 'さん']],
    ['Lao', ['ສະບາຍດີ', 'ແອນ']],
    ['Khmer', ['សួស្តី', 'អាន']],
    ['Burmese', ['မင်္ဂလာပါ', 'အန်း']],
    ['a Korean particle', ['Ann', '님']],
    ['one text', 'HelloAnn'],
  ])('are not seen in %s', (_, children) => {
    expect(issuesOf(children)).toStrictEqual([])
  })

  it('are not seen in a language that writes without spaces, whatever the letters', () => {
    for (const language of ['ja-JP', 'th-TH', 'cmn-CN', 'yue-CN', 'km-KH', 'my-MM'] as const) {
      const { issues } = judge(
        createElement(Talk, { language: language as 'ja-JP' }, 'konnichiwa', 'Ann'),
      )
      expect(issues.filter(({ code }) => code === 'glued-words')).toStrictEqual([])
    }
    expect(issuesOf(['Hello', 'Ann'], { language: 'en-GB' })).toHaveLength(1)
  })
})
