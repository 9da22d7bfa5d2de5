import { check } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { error, type Found, issuesIn, warning } from '../support/issues'

const says = (text: string): Found[] => issuesIn([{ action: 'talk', text }])
const speaks = (markup: string): Found[] => says(`<speak>${markup}</speak>`)

describe('SSML in an NCCO', () => {
  it.each([
    '<speak></speak>',
    '<speak/>',
    ' \n<speak>Hi</speak>\n ',
    '<speak>Tom &amp; Jerry &lt;3 &gt; &quot;x&quot; &apos; &#233; &#xE9;</speak>',
    '<speak><!-- a comment --><p>Hi</p></speak>',
    '<speak><!----><!-- a - b --><![CDATA[a]]> b]] > c]</speak>',
    `<speak><sub alias="a">b</sub><sub alias='c' >d</sub ></speak>`,
    `<speak><break time = '1s' /></speak>`,
    "<speak><say-as interpret-as='date' format='yyyymmdd'>????1231</say-as></speak>",
  ])('is well-formed and documented: %j', (text) => {
    expect(says(text)).toStrictEqual([])
  })

  it.each([
    ['a tag that is not closed', '<speak>Hi'],
    ['a second speak', '<speak><speak>Hi</speak></speak>'],
    ['a tag inside that is not closed', '<speak><p>Hi</speak>'],
    ['tags that cross', '<speak><p><s>Hi</p></s></speak>'],
    ['a closing tag too many', '<speak>Hi</speak></speak>'],
    ['text before it ends twice', '<speak>Hi</speak> there'],
    ['a second root', '<speak>Hi</speak><speak>there</speak>'],
    ['an attribute without quotes', '<speak><break time=1s/></speak>'],
    ['an attribute without a value', '<speak><break time/></speak>'],
    ['an attribute twice', `<speak><break time='1s' time='2s'/></speak>`],
    ['attributes without a space', `<speak><break time='1s'strength='weak'/></speak>`],
    ['a bare &', '<speak>Tom & Jerry</speak>'],
    ['a bare & in an attribute', `<speak><sub alias='a & b'>c</sub></speak>`],
    ['an unknown entity', '<speak>caf&eacute;</speak>'],
    ['a bare <', '<speak>1 < 2</speak>'],
    ['a < in an attribute', `<speak><sub alias='<'>c</sub></speak>`],
    ['a comment that is not closed', '<speak><!-- Hi</speak>'],
    ['a tag that is cut off', '<speak><break'],
    ['another case of a closing tag', '<speak>Hi</SPEAK>'],
  ])('is malformed by %s', (_, text) => {
    expect(says(text)).toStrictEqual([error('ssml-malformed', '/0/text')])
  })

  it.each([
    ['a tag', '<voice>Hi</voice>'],
    ['a tag of an engine', `<amazon:effect name='whispered'>Hi</amazon:effect>`],
    ['a tag in another case', '<P>Hi</P>'],
    ['a tag with a letter that is not ASCII', '<é>Hi</é>'],
    ['an attribute with a letter that is not ASCII', `<p é='1'>Hi</p>`],
    ['a name of every object', '<constructor>Hi</constructor>'],
    ['an attribute', `<break length='1s'/>`],
    ['an attribute on a tag without attributes', `<p xml:lang='fr-FR'>Hi</p>`],
    ['an attribute of every object', `<p constructor='1'>Hi</p>`],
    ['a listed value', `<break strength='strongest'/>`],
    ['an empty value', `<break time=''/>`],
    ['a value that matches no pattern', `<break time='1 s'/>`],
    ['a value without its unit', `<break time='400'/>`],
    ['a volume without its sign', `<prosody volume='6dB'>Hi</prosody>`],
    ['a volume in a fraction', `<prosody volume='+1.5dB'>Hi</prosody>`],
    ['a rate in percent', `<prosody rate='80%'>Hi</prosody>`],
    ['a pitch without its sign', `<prosody pitch='10%'>Hi</prosody>`],
    ['a language without its country', `<lang xml:lang='fr'>Hi</lang>`],
    ['another interpretation', `<say-as interpret-as='spell-out'>Hi</say-as>`],
    ['a format of no date', `<say-as interpret-as='time' format='dmy'>Hi</say-as>`],
    ['another format of no date', `<say-as interpret-as='time' format='hms12'>Hi</say-as>`],
    ['another format', `<say-as interpret-as='date' format='ydm'>Hi</say-as>`],
  ])('does not document %s: %s', (_, markup) => {
    expect(speaks(markup)).toStrictEqual([warning('ssml-undocumented', '/0/text')])
  })

  it('does not document attributes of speak', () => {
    expect(says(`<speak version='1.1'>Hi</speak>`)).toStrictEqual([
      warning('ssml-undocumented', '/0/text'),
    ])
  })

  it.each([
    '<lang>Hi</lang>',
    `<phoneme alphabet='ipa'>Hi</phoneme>`,
    `<phoneme ph='x'>Hi</phoneme>`,
    '<say-as>Hi</say-as>',
    `<say-as format='mdy'>Hi</say-as>`,
    '<sub>Hi</sub>',
  ])('lacks an attribute: %s', (markup) => {
    expect(speaks(markup)).toStrictEqual([error('ssml-missing-attribute', '/0/text')])
  })

  it('tells everything that is wrong', () => {
    expect(speaks(`<voice>a</voice><sub>b</sub><break time='x' foo='y'/>`)).toStrictEqual([
      warning('ssml-undocumented', '/0/text'),
      error('ssml-missing-attribute', '/0/text'),
      warning('ssml-undocumented', '/0/text'),
      warning('ssml-undocumented', '/0/text'),
    ])
  })

  it.each([
    ['<brake/>', 'Write <break>.'],
    [`<break strenght='weak'/>`, 'Write strength.'],
    [`<break length='1s'/>`, 'Write strength or time.'],
    [`<p class='x'/>`, 'Remove it.'],
    [`<break strength='Weak'/>`, 'Write "weak".'],
    [`<break time='soon'/>`, 'Write a value such as "400ms".'],
    [`<emphasis level='none'/>`, 'Write "strong", "moderate" or "reduced".'],
    [
      `<say-as interpret-as='time' format='dmy'>Hi</say-as>`,
      'Remove format, or write interpret-as="date".',
    ],
    ['<audio/>', 'The documented tags are break, emphasis, '],
  ])('names what to write instead of %s', (markup, remedy) => {
    const issues = check([{ action: 'talk', text: `<speak>${markup}</speak>` }])
    expect(issues.map((issue) => issue.remedy)).toStrictEqual([expect.stringContaining(remedy)])
  })

  it('holds no characters that XML cannot hold', () => {
    expect(speaks('a\u0000b')).toStrictEqual([warning('illegal-character', '/0/text')])
    expect(speaks('a\tb\r\nc')).toStrictEqual([])
  })
})

describe('tags in plain text', () => {
  it.each([
    'Hi <break time="1s"/>',
    '<p>Hi</p>',
    'Hi</speak>',
    'Hi <speak>there</speak>',
    'x <SAY-AS interpret-as="digits">1</SAY-AS>',
    '<voice>Hi</voice>',
    'Hi <audio src="https://example.com/hi.mp3"/>',
    '<speaker>',
    '<speak',
  ])('stand outside of speak: %s', (text) => {
    expect(says(text)).toStrictEqual([error('ssml-outside-speak', '/0/text')])
  })

  it.each(['1 < 2', 'a <b', 'a <-- b'])('may be no tags: %s', (text) => {
    expect(says(text)).toStrictEqual([warning('markup-in-plain-text', '/0/text')])
  })

  it.each(['Tom & Jerry', 'a > b', 'caf&eacute;'])('are not there: %s', (text) => {
    expect(says(text)).toStrictEqual([])
  })
})

describe('the length of a text', () => {
  const tooLong = [error('too-long', '/0/text')]
  const most = 'x'.repeat(1500)

  it('is at most 1,500 characters', () => {
    expect(says(most)).toStrictEqual([])
    expect(says(`${most}x`)).toStrictEqual(tooLong)
  })

  it('does not count tags', () => {
    const tags = `<break time='1s'/>`.repeat(200)
    expect(speaks(tags + most)).toStrictEqual([])
    expect(speaks(`${tags}${most}x`)).toStrictEqual(tooLong)
  })

  it('does not count attributes', () => {
    const alias = 'y'.repeat(2000)
    expect(speaks(`<sub alias='${alias}'>${most}</sub>`)).toStrictEqual([])
    expect(speaks(`<sub alias='${alias}'>${most}x</sub>`)).toStrictEqual(tooLong)
  })

  it('does not end a tag or a comment before its time', () => {
    expect(speaks(`<sub alias='a>b'>${most}</sub><!-- a > b -->`)).toStrictEqual([])
  })

  it('counts an entity as one character', () => {
    expect(speaks('&amp;'.repeat(1500))).toStrictEqual([])
    expect(speaks('&amp;'.repeat(1501))).toStrictEqual(tooLong)
  })

  it('counts code points', () => {
    expect(says('🎉'.repeat(1500))).toStrictEqual([])
    expect(says(`${'🎉'.repeat(1500)}x`)).toStrictEqual(tooLong)
  })

  it('counts the text of CDATA sections', () => {
    expect(speaks(`<![CDATA[${most}]]>`)).toStrictEqual([])
    expect(speaks(`<![CDATA[${most}<]]>`)).toStrictEqual(tooLong)
  })
})
