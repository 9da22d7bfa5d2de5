import { check, Dtmf, Input, type NccoNode, render, Stream, Talk } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { type TalkOptions, talk } from '../../src/vocabulary/talk'
import { flagAt, jsonAt } from '../support/cases'
import { caught } from '../support/errors'
import { error, issuesIn, issuesOf, judge, warning } from '../support/issues'
import { type Frame, testOptions } from '../support/options'

const hello: Frame<TalkOptions> = {
  tsx: (options) => <Talk {...options}>Hello</Talk>,
  ncco: (written) => [{ action: 'talk', text: 'Hello', ...written }],
}

const beforeInput: Frame<TalkOptions> = {
  tsx: (options) => (
    <>
      {hello.tsx(options)}
      <Input>
        <Dtmf />
      </Input>
    </>
  ),
  ncco: (written) => [...hello.ncco(written), { action: 'input', type: ['dtmf'] }],
}

const byGoogle: Frame<TalkOptions> = {
  tsx: (options) => hello.tsx({ provider: 'google', ...options }),
  ncco: (written) => hello.ncco({ provider: 'google', ...written }),
}

describe('<Talk>', () => {
  testOptions<TalkOptions>(talk, '/0', hello, {
    bargeIn: { in: beforeInput, ...flagAt('/0/bargeIn') },
    loop: {
      writes: [
        [0, { loop: 0 }],
        [1, { loop: 1 }],
        [1000, { loop: 1000 }],
      ],
      refuses: [
        [-1, { loop: -1 }, 'out-of-range', '/0/loop'],
        [1.5, { loop: 1.5 }, 'not-whole', '/0/loop'],
        ['2', { loop: '2' }, 'wrong-type', '/0/loop'],
      ],
    },
    level: {
      writes: [
        [0, { level: 0 }],
        [-1, { level: -1 }],
        [1, { level: 1 }],
        [0.25, { level: 0.25 }],
      ],
      refuses: [
        [-1.1, { level: -1.1 }, 'out-of-range', '/0/level'],
        [1.1, { level: 1.1 }, 'out-of-range', '/0/level'],
        ['0', { level: '0' }, 'wrong-type', '/0/level'],
      ],
    },
    language: {
      writes: [
        ['en-GB', { language: 'en-GB' }],
        ['en-gb', { language: 'en-gb' }],
      ],
      warns: [
        ['en', { language: 'en' }, 'unknown-language', '/0/language'],
        ['', { language: '' }, 'unknown-language', '/0/language'],
      ],
      refuses: [[1, { language: 1 }, 'wrong-type', '/0/language']],
    },
    style: {
      writes: [
        [0, { style: 0 }],
        [14, { style: 14 }],
      ],
      warns: [[999, { style: 999 }, 'unknown-voice', '/0/style']],
      refuses: [
        ['1', { style: '1' }, 'wrong-type', '/0/style'],
        [null, { style: null }, 'wrong-type', '/0/style'],
      ],
    },
    premium: flagAt('/0/premium'),
    provider: {
      writes: [['google', { provider: 'google' }]],
      warns: [
        ['Polly', { provider: 'Polly' }, 'undocumented-provider', '/0/provider'],
        ['', { provider: '' }, 'undocumented-provider', '/0/provider'],
      ],
      refuses: [[true, { provider: true }, 'wrong-type', '/0/provider']],
    },
    providerOptions: { in: byGoogle, ...jsonAt('/0/providerOptions') },
  })

  it.each([
    [-1, 'out-of-range'],
    [0.5, 'not-whole'],
  ] as const)('has no style %d', (style, code) => {
    expect(issuesOf(hello.tsx({ style }))).toContainEqual(error(code, '/0/style'))
  })

  it('gives the options of a provider to one', () => {
    expect(issuesOf(hello.tsx({ providerOptions: {} }))).toStrictEqual([
      warning('provider-options-alone', '/0/providerOptions'),
    ])
    expect(issuesOf(byGoogle.tsx({ providerOptions: {} }))).toStrictEqual([])
  })

  it('is told that its provider is in no reference', () => {
    const ncco = [...hello.ncco({ provider: 'Polly' }), ...hello.ncco({ providerOptions: {} })]
    expect(check(ncco).map(({ message, remedy }) => [message, remedy])).toStrictEqual([
      [
        '"provider" of talk is in no reference, and the official SDKs disagree about it.',
        'Remove it for the default engine, or keep it if Vonage told you so.',
      ],
      [
        'talk has "providerOptions" without a provider to read them.',
        'Add "provider", or remove "providerOptions".',
      ],
    ])
  })

  it('is told of voice_name what replaces voiceName', () => {
    const told = {
      message: 'talk has no option "voice_name".',
      remedy: 'Write "language": "en-GB" and "style": 0.',
    }
    const [inJson] = check(hello.ncco({ voice_name: 'Amy' }))
    expect({ message: inJson?.message, remedy: inJson?.remedy }).toStrictEqual(told)
    // @ts-expect-error: the types only know what replaces it.
    const [inTsx] = caught(() => render(<Talk voice_name="Amy">Hello</Talk>)).issues
    expect(inTsx?.remedy).toBe(
      'Write language and style, from the table at docs/errors.md#legacy-option.',
    )
  })

  it.each([
    ['Amy', 'Write "language": "en-GB" and "style": 0.'],
    ['kimberly', 'Write "language": "en-US" and "style": 0.'],
    // The older code of Norwegian has this voice too.
    ['Nora', 'Write "language": "nb-NO" and "style": 6.'],
    ['Nobody', 'Write "language" and "style", from the table at docs/errors.md#legacy-option.'],
    [7, 'Write "language" and "style", from the table at docs/errors.md#legacy-option.'],
  ])('is told the language and the style of the voiceName %j', (voiceName, remedy) => {
    expect(check(hello.ncco({ voiceName }))[0]?.remedy).toBe(remedy)
  })

  it('warns of voiceName, which language and style replace', () => {
    const issues = [warning('legacy-option', '/0/voiceName')]
    expect(issuesIn(hello.ncco({ voiceName: 'Amy' }))).toStrictEqual(issues)
    // @ts-expect-error: the types only know what replaces it.
    expect(issuesOf(<Talk voiceName="Amy">Hello</Talk>)).toStrictEqual(issues)
  })
})

describe('the text of a <Talk>', () => {
  it.each<[NccoNode, string]>([
    ['Hello', 'Hello'],
    [0, '0'],
    [['One, ', 2, [', ', 'three']], 'One, 2, three'],
    [['Hello', false, null, undefined, true], 'Hello'],
    ['Tom & Jerry say "hi"', 'Tom & Jerry say "hi"'],
  ])('is what stands inside: %j', (children, text) => {
    const ncco = [{ action: 'talk', text }]
    expect(judge(<Talk>{children}</Talk>)).toStrictEqual({ ncco, issues: [] })
  })

  it.each([undefined, '', null, false, []])('is missing when %j stands inside', (children) => {
    const issues = [error('missing-content', '/0/text')]
    expect(issuesOf(<Talk>{children}</Talk>)).toStrictEqual(issues)
    expect(issuesIn([{ action: 'talk' }])).toStrictEqual(issues)
  })

  it('is SSML as it is, from ssml', () => {
    const text = '<speak>One<break time="1s"/>two</speak>'
    const ncco = [{ action: 'talk', text }]
    expect(judge(<Talk ssml={text} />)).toStrictEqual({ ncco, issues: [] })
  })

  it('is not both', () => {
    const both = { ssml: '<speak>Hi</speak>', children: 'Hi' }
    // @ts-expect-error: the types keep the two apart.
    expect(issuesOf(<Talk {...both} />)).toStrictEqual([error('text-and-ssml', '/0/text')])
  })

  it('is not plain text in ssml', () => {
    expect(issuesOf(<Talk ssml="Hi" />)).toStrictEqual([error('ssml-malformed', '/0/text')])
  })

  it.each<[unknown, ReturnType<typeof issuesIn>]>([
    ['', [error('empty-value', '/0/text')]],
    [0, [error('wrong-type', '/0/text')]],
    [['Hi'], [error('wrong-type', '/0/text')]],
    [null, [error('wrong-type', '/0/text')]],
  ])('as JSON is not %j', (text, issues) => {
    expect(issuesIn([{ action: 'talk', text }])).toStrictEqual(issues)
  })

  it.each([
    ['of an element', <Stream key="stream" streamUrl="https://example.com/a.mp3" />],
    ['of another talk', <Talk key="talk">Hi</Talk>],
  ])('holds nothing %s', (_, inner) => {
    const flow = <Talk>Hello {inner}</Talk>
    expect(issuesOf(flow)).toStrictEqual([error('misplaced-element', '/0/text')])
  })
})

describe('bargeIn on a <Talk>', () => {
  it('needs an input after it', () => {
    const issues = [error('barge-in-without-input', '/0/bargeIn')]
    expect(issuesOf(hello.tsx({ bargeIn: true }))).toStrictEqual(issues)
  })

  it('stays on until the input', () => {
    const flow = [hello.tsx({ bargeIn: true }), beforeInput.tsx({ bargeIn: false })]
    expect(issuesOf(flow)).toStrictEqual([warning('barge-in-sticks', '/1/bargeIn')])
  })

  it('may be off before it is on', () => {
    const flow = [hello.tsx({ bargeIn: false }), beforeInput.tsx({ bargeIn: true })]
    expect(issuesOf(flow)).toStrictEqual([])
  })
})

describe('loop={0} on a <Talk>', () => {
  it('keeps what follows from running, unless the caller may barge in', () => {
    const issues = [warning('endless-loop', '/0/loop')]
    expect(issuesOf(beforeInput.tsx({ loop: 0 }))).toStrictEqual(issues)
    expect(issuesOf(beforeInput.tsx({ loop: 0, bargeIn: true }))).toStrictEqual([])
  })
})
