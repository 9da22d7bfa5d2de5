import { check, render, Talk } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { caught } from '../support/errors'

/** Message and remedy of what is wrong with the text of a talk. */
const toldOf = (text: string): string[] =>
  check([{ action: 'talk', text }]).flatMap(({ message, remedy }) => [message, remedy])

/** The message about SSML that is not well-formed. */
const malformed = (why: string, remedy: string): string[] => [
  `The SSML of talk is not well-formed: ${why}.`,
  remedy,
]

describe('SSML that is not well-formed', () => {
  it.each<[string, string, string]>([
    [
      '<speak>Hi</speak> there',
      'there is text outside <speak>',
      'Put all of it inside one <speak>.',
    ],
    [
      '<speak>Hi</speak><p>there</p>',
      'there is another tag outside <speak>',
      'Put all of it inside one <speak>.',
    ],
    [
      '<speak>Hi <speak>there</speak></speak>',
      'there is another <speak> inside it',
      'Keep the outer one.',
    ],
    ['<speak>Hi', '<speak> is not closed', 'Write </speak> where it ends.'],
    ["<speak>Hi<break time='1s'></speak>", '<break> is not closed', 'End it with />.'],
    ['<speak><p><s>Hi</p></s></speak>', '<s> is not closed', 'Write </s> before </p>.'],
    ['<speak>Hi</p></speak>', '</p> closes no tag', 'Remove it.'],
    ['<speak>Hi</SPEAK>', '</SPEAK> closes no tag', 'Write </speak>.'],
    ['<speak>Tom & Jerry</speak>', 'it holds an & that starts no entity', 'Write &amp; for it.'],
    [
      "<speak><sub alias='a & b'>c</sub></speak>",
      'an attribute of <sub> holds an & that starts no entity',
      'Write &amp; for it.',
    ],
    [
      '<speak>10&nbsp;pounds</speak>',
      'it holds an entity that XML does not know',
      'Write the character itself: XML knows only &amp; &lt; &gt; &quot; &apos; and numbers.',
    ],
    ['<speak>Hi&#0;</speak>', 'it holds an &#…; that stands for no character', 'Remove it.'],
    ['<speak>1 < 2</speak>', 'it holds a < that starts no tag', 'Write &lt; for it.'],
    ['<speak><?xml version="1.0"?>Hi</speak>', 'it holds a declaration, <?', 'Remove it.'],
    [
      "<speak><sub alias='<'>c</sub></speak>",
      '<sub> is not a whole tag',
      'Write each attribute as name="value" after a space, without <, and end the tag with >.',
    ],
    [
      '<speak><break time=1s/></speak>',
      '<break> is not a whole tag',
      'Write each attribute as name="value" after a space, without <, and end the tag with >.',
    ],
    [
      "<speak><break time='1s' time='2s'/></speak>",
      '<break> has an attribute twice',
      'Keep one of them.',
    ],
    ['<speak>Hi <!-- there</speak>', 'a comment is not closed', 'End it with -->.'],
    ['<speak>Hi <!-- a -- b --></speak>', 'a comment holds --', 'Write single dashes in it.'],
    ['<speak>Hi <!-- a ---></speak>', 'a comment holds --', 'Write single dashes in it.'],
    ['<speak>a[b[0]]>c</speak>', 'it holds ]]> outside a CDATA section', 'Write ]]&gt; for it.'],
    ['<speak><![CDATA[Hi</speak>', 'a CDATA section is not closed', 'End it with ]]>.'],
  ])('is told what to do about %s', (text, why, remedy) => {
    expect(toldOf(text)).toStrictEqual(malformed(why, remedy))
  })

  it.each([
    ['before the document', '\u00a0<speak>hi</speak>', 'there is text outside <speak>'],
    ['after the document', '<speak>hi</speak>\u00a0', 'there is text outside <speak>'],
    ['that ends a line', '<speak>hi</speak>\u2028', 'there is text outside <speak>'],
    ['in a tag', '<speak\u00a0>hi</speak>', '<speak> is not a whole tag'],
    ['before an attribute', "<speak><break\u00a0time='1s'/></speak>", '<break> is not a whole tag'],
    ['around =', "<speak><break time\u2003='1s'/></speak>", '<break> is not a whole tag'],
    ['in a closing tag', '<speak><p>x</p\u3000></speak>', 'it holds a < that starts no tag'],
  ])('holds white space %s that is not XML’s', (_, text, why) => {
    expect(toldOf(text)[0]).toBe(malformed(why, '')[0])
  })

  it('in TSX is told where JSX leaves an entity alone', () => {
    const { issues } = caught(() => render(<Talk ssml="<speak>Tom &amp; Jerry</speak>" />))
    expect(issues.map(({ message, remedy }) => [message, remedy])).toStrictEqual([
      [
        'The SSML of <Talk> is not well-formed: it holds an & that starts no entity.',
        "Write &amp; for it, in braces: ssml={'…&amp;…'}. Between quotes JSX resolves it.",
      ],
    ])
    expect(render(<Talk ssml={'<speak>Tom &amp; Jerry</speak>'} />)).toHaveLength(1)
  })
})

describe('a text whose <speak> is not its start', () => {
  const outside = 'The text of talk holds SSML tags, but is not wholly inside one <speak> element.'

  it.each([
    ['Hi. <break/>', 'Wrap the whole text: "<speak>…</speak>".'],
    [
      'Hi. <speak>Bye</speak>',
      'Write <speak> at the start of the text and </speak> at its end, each once.',
    ],
    ['Hi</speak>', 'Write <speak> at the start of the text and </speak> at its end, each once.'],
    ['<?xml version="1.0"?>\n<speak>Hi</speak>', 'Remove what stands before <speak>.'],
    ['<!-- greeting --><speak>Hi</speak>', 'Remove what stands before <speak>.'],
  ])('is told how it becomes one: %s', (text, remedy) => {
    expect(toldOf(text)).toStrictEqual([outside, remedy])
  })
})

describe('plain text in ssml', () => {
  it('is told where it may stand', () => {
    const { issues } = caught(() => render(<Talk ssml="Hi" />))
    expect(issues.map(({ remedy }) => remedy)).toStrictEqual([
      'Put it inside <speak>…</speak>, or between the tags of <Talk>.',
    ])
  })
})

describe('a <speak> inside other text', () => {
  const Legal = () => <speak>This call is recorded.</speak>

  it.each([
    ['beside text', ['Hello. ', <Legal key="1" />]],
    ['beside a tag', [<break key="1" />, <Legal key="2" />]],
    [
      'inside a tag',
      <p key="1">
        <Legal />
      </p>,
    ],
    [
      'inside another',
      <speak key="1">
        <Legal />
      </speak>,
    ],
  ])('%s is reported once, at its own element', (_, children) => {
    const { issues } = caught(() => render(<Talk>{children}</Talk>))
    expect(
      issues.map(({ message, remedy, path, element, components }) => [
        message,
        remedy,
        path,
        element,
        components,
      ]),
    ).toStrictEqual([
      [
        'The SSML of <Talk> is not well-formed: there is another <speak> inside it.',
        'Remove <speak>: <Talk> adds it.',
        '/0/text',
        'speak',
        ['Legal'],
      ],
    ])
  })
})
