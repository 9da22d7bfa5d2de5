import { type Issue, type NccoElement, type NccoNode, render, Talk } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import type { SsmlElements } from '../../src/element/intrinsic-elements'
import { error, type Found, issuesIn, issuesOf, judge, warning } from '../support/issues'

/** The text of a talk with this inside, if these are its only issues. */
function spoken(children: NccoNode, warnings: readonly Found[] = []): unknown {
  const { ncco, issues } = judge(<Talk>{children}</Talk>)
  expect(issues).toStrictEqual(warnings)
  expect(issuesIn(ncco)).toStrictEqual([])
  return ncco?.[0]?.text
}

const asText = warning('ssml-as-text', '/0/text')

const tags: { readonly [Tag in keyof SsmlElements]: readonly [NccoElement, written: string] } = {
  break: [<break key="break" />, '<break/>'],
  emphasis: [<emphasis key="emphasis">now</emphasis>, '<emphasis>now</emphasis>'],
  lang: [
    <lang key="lang" xmlLang="fr-FR">
      Bonjour
    </lang>,
    "<lang xml:lang='fr-FR'>Bonjour</lang>",
  ],
  p: [<p key="p">One.</p>, '<p>One.</p>'],
  phoneme: [
    <phoneme key="phoneme" alphabet="ipa" ph="pɪˈkɑːn">
      pecan
    </phoneme>,
    "<phoneme alphabet='ipa' ph='pɪˈkɑːn'>pecan</phoneme>",
  ],
  prosody: [
    <prosody key="prosody" volume="-6dB" rate="slow" pitch="+10%">
      word
    </prosody>,
    "<prosody volume='-6dB' rate='slow' pitch='+10%'>word</prosody>",
  ],
  s: [<s key="s">One.</s>, '<s>One.</s>'],
  'say-as': [
    <say-as key="say-as" interpret-as="digits">
      {42}
    </say-as>,
    "<say-as interpret-as='digits'>42</say-as>",
  ],
  speak: [<speak key="speak">One.</speak>, 'One.'],
  sub: [
    <sub key="sub" alias="World Wide Web">
      WWW
    </sub>,
    "<sub alias='World Wide Web'>WWW</sub>",
  ],
}

describe.each(Object.entries(tags))('<%s>', (_, [element, written]) => {
  it(`makes the text a document with ${written}`, () => {
    expect(spoken(element)).toBe(`<speak>${written}</speak>`)
  })

  it('stands nowhere but inside a talk', () => {
    const flow = [<Talk key="talk">Hi</Talk>, element]
    expect(issuesOf(flow)).toStrictEqual([error('misplaced-element', '/1')])
  })
})

describe('tags', () => {
  it('stand between texts', () => {
    const children = ['One, ', <break key="break" time="1s" />, 2, '.']
    expect(spoken(children)).toBe("<speak>One, <break time='1s'/>2.</speak>")
  })

  it('stand inside each other', () => {
    const children = (
      <p>
        <s>
          Say <emphasis level="strong">no</emphasis>
          <break strength="weak" />
        </s>
        <s>twice</s>
      </p>
    )
    expect(spoken(children)).toBe(
      "<speak><p><s>Say <emphasis level='strong'>no</emphasis><break strength='weak'/></s><s>twice</s></p></speak>",
    )
  })

  it('come from components and fragments', () => {
    const Pause = ({ seconds }: { seconds: number }) => <break time={`${seconds}s`} />
    const children = (
      <>
        One
        <Pause seconds={2} />
      </>
    )
    expect(spoken(children)).toBe("<speak>One<break time='2s'/></speak>")
  })

  it('leave out attributes that are undefined', () => {
    const element = <prosody {...{ rate: 'fast', pitch: undefined }}>word</prosody>
    expect(spoken(element)).toBe("<speak><prosody rate='fast'>word</prosody></speak>")
  })
})

describe('<speak>', () => {
  it('is not doubled', () => {
    const children = [' ', <speak key="speak">One</speak>, '\n']
    expect(spoken(children)).toBe('<speak>One</speak>')
  })

  it('is refused inside the one that is added', () => {
    const children = ['Hi ', <speak key="speak">One</speak>]
    expect(judge(<Talk>{children}</Talk>).issues).toStrictEqual([
      error('ssml-malformed', '/0/text'),
    ])
  })
})

describe('a string', () => {
  it.each([
    ['&', '&amp;'],
    ['<', '&lt;'],
    ['>', '&gt;'],
    ["'", "'"],
    ['"', '"'],
    ['&amp;', '&amp;amp;'],
    [']]>', ']]&gt;'],
    ['é 🎉', 'é 🎉'],
  ])('beside a tag is text: %s becomes %s', (text, written) => {
    expect(spoken([text, <break key="break" />])).toBe(`<speak>${written}<break/></speak>`)
  })

  it.each([
    ['</speak><speak>', '&lt;/speak&gt;&lt;speak&gt;'],
    ['<break time="9s"/>', '&lt;break time="9s"/&gt;'],
    ['<spe\u0000ak>', '&lt;speak&gt;'],
  ])('that reads as markup beside a tag is text, with a warning: %j', (text, written) => {
    const { ncco, issues } = judge(<Talk>{[<p key="p">{text}</p>]}</Talk>)
    expect(ncco?.[0]?.text).toBe(`<speak><p>${written}</p></speak>`)
    expect(issues).toContainEqual(asText)
  })

  it('that reads as markup is told once how SSML is written', () => {
    const text = '<emphasis>Hi</emphasis>'
    const warnings: Issue[] = []
    render(<Talk>{[text, <break key="break" />, text]}</Talk>, {
      onWarning: (issue) => warnings.push(issue),
    })
    expect(
      warnings.map(({ message, remedy, element }) => [message, remedy, element]),
    ).toStrictEqual([
      [
        'The text of <Talk> has tags inside a string. A string is spoken as it is, so the tags are read out.',
        'Write them outside of the quotes: <Talk>Hello <break time="1s" /></Talk>, or the whole text as markup: ssml="<speak>…</speak>". A text from elsewhere, such as a name, may stay.',
        'Talk',
      ],
    ])
  })

  it.each([
    ['&', '&amp;'],
    ['<', '&lt;'],
    ['>', '&gt;'],
    ["'", '&apos;'],
    ['"', '"'],
    ["' onload='x", '&apos; onload=&apos;x'],
    ["'><break/><sub alias='", '&apos;&gt;&lt;break/&gt;&lt;sub alias=&apos;'],
  ])('in an attribute is text: %s becomes %s', (alias, written) => {
    expect(spoken(<sub alias={alias}>x</sub>)).toBe(
      `<speak><sub alias='${written}'>x</sub></speak>`,
    )
  })

  it.each([
    ['<speak>Hi</speak>', '<speak>&lt;speak&gt;Hi&lt;/speak&gt;</speak>'],
    [' <SPEAK>Hi', '<speak> &lt;SPEAK&gt;Hi</speak>'],
    ['<speak/>', '<speak>&lt;speak/&gt;</speak>'],
    ['Hi <break time="9s"/>', '<speak>Hi &lt;break time="9s"/&gt;</speak>'],
    ['a </p> b & c', '<speak>a &lt;/p&gt; b &amp; c</speak>'],
  ])(
    'without tags that would read as markup is wrapped, with a warning: %s becomes %s',
    (text, written) => {
      expect(spoken(text, [asText])).toBe(written)
    },
  )

  it.each(['Tom & Jerry', '"Hi" > \'hey\'', '&lt;break/&gt;'])(
    'without tags stays as it is: %s',
    (text) => {
      expect(spoken(text)).toBe(text)
    },
  )

  it('is wrapped where its pieces together would read as markup', () => {
    expect(spoken(['<speak', '>Hi'], [asText])).toBe('<speak>&lt;speak&gt;Hi</speak>')
  })

  it('with a < that does not start a tag stays, with a warning', () => {
    expect(judge(<Talk>{'1 < 2'}</Talk>)).toStrictEqual({
      ncco: [{ action: 'talk', text: '1 < 2' }],
      issues: [warning('markup-in-plain-text', '/0/text')],
    })
  })

  it('loses the characters that XML cannot hold, with a warning', () => {
    const children = ['a\u0000b\u001bc\ud800d\te\nf', <break key="break" />]
    expect(judge(<Talk>{children}</Talk>)).toStrictEqual({
      ncco: [{ action: 'talk', text: '<speak>abcd\te\nf<break/></speak>' }],
      issues: [warning('illegal-character', '/0/text')],
    })
  })
})

describe('what the types of tags refuse', () => {
  it('is not an attribute', () => {
    // @ts-expect-error: it is spelt `time`.
    const flow = <Talk>{<break duration="1s" />}</Talk>
    expect(issuesOf(flow)).toStrictEqual([error('unknown-option', '/0/text')])
  })

  it('is not a value of an attribute', () => {
    // @ts-expect-error: an attribute is a string.
    const flow = <Talk>{<break time={['1s']} />}</Talk>
    expect(issuesOf(flow)).toStrictEqual([error('wrong-type', '/0/text')])
  })

  it('is a format of what is not a date', () => {
    const flow = (
      <Talk>
        {/* @ts-expect-error: `format` goes with a date. */}
        <say-as interpret-as="time" format="dmy">
          1'30"
        </say-as>
      </Talk>
    )
    expect(issuesOf(flow)).toStrictEqual([warning('ssml-undocumented', '/0/text')])
  })

  it('is an attribute that is missing', () => {
    // @ts-expect-error: `alias` is required.
    const flow = <Talk>{<sub>W3C</sub>}</Talk>
    expect(issuesOf(flow)).toStrictEqual([error('ssml-missing-attribute', '/0/text')])
  })

  it('is something inside an empty tag', () => {
    // @ts-expect-error: a break holds nothing.
    const flow = <Talk>{<break>Hi</break>}</Talk>
    expect(issuesOf(flow)).toStrictEqual([error('misplaced-text', '/0/text')])
  })
})
