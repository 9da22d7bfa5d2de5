import { NccoError } from 'ncco-jsx'
import { toTsx, toTsxModule } from 'ncco-jsx/convert'
import { describe, expect, it } from 'vitest'
import { renderModule } from '../support/tsx-source'

/** The body of the component that an NCCO becomes, after seeing that it gives the NCCO back. */
function convert(ncco: readonly object[], options = {}): string {
  const source = toTsx(ncco, options)
  expect(renderModule(source, 'typescript')).toStrictEqual([ncco])
  expect(renderModule(source, 'esbuild')).toStrictEqual([ncco])
  const [, body = ''] =
    /^export function Flow\(\) \{\n {2}return ([\s\S]*);\n\}\n$/m.exec(source) ?? []
  return body
}

describe('toTsx', () => {
  it('writes a module that exports the component', () => {
    const ncco = [
      { action: 'talk', text: 'Hello', language: 'en-GB', bargeIn: true },
      {
        action: 'input',
        type: ['dtmf', 'speech'],
        eventUrl: ['https://example.com/chosen'],
        dtmf: { maxDigits: 1, submitOnHash: false },
        speech: { context: ['sales', 'support'], uuid: ['aaaaaaaa-bbbb-cccc-dddd-0123456789ab'] },
      },
    ]
    const source = toTsx(ncco, { name: 'main-menu' })
    expect(source).toMatchInlineSnapshot(`
      "import { Dtmf, Input, Speech, Talk } from "ncco-jsx";

      export function MainMenu() {
        return (
          <>
            <Talk language="en-GB" bargeIn>
              Hello
            </Talk>
            <Input eventUrl="https://example.com/chosen">
              <Dtmf maxDigits={1} submitOnHash={false} />
              <Speech
                context={["sales", "support"]}
                uuid="aaaaaaaa-bbbb-cccc-dddd-0123456789ab"
              />
            </Input>
          </>
        );
      }
      "
    `)
    expect(renderModule(source)).toStrictEqual([ncco])
  })

  it('writes endpoints and parts as elements', () => {
    const ncco = [
      {
        action: 'connect',
        from: '447700900000',
        endpoint: [
          {
            type: 'phone',
            number: '447700900001',
            onAnswer: { url: 'https://example.com/whisper' },
          },
        ],
        advancedMachineDetection: { behavior: 'continue', mode: 'detect_beep', beep_timeout: 45 },
      },
      {
        action: 'connect',
        endpoint: [
          {
            type: 'websocket',
            uri: 'wss://example.com/bot',
            'content-type': 'audio/l16;rate=16000',
            headers: { room: 7, 'x-name': 'Ada', nested: { list: [1, 2.5, null] } },
            authorization: { type: 'custom', value: 'Bearer abc' },
          },
        ],
      },
    ]
    expect(convert(ncco)).toMatchInlineSnapshot(`
      "(
          <>
            <Connect from="447700900000">
              <Phone number="447700900001">
                <OnAnswer url="https://example.com/whisper" />
              </Phone>
              <AdvancedMachineDetection
                behavior="continue"
                mode="detect_beep"
                beepTimeout={45}
              />
            </Connect>
            <Connect>
              <Websocket
                uri="wss://example.com/bot"
                contentType="audio/l16;rate=16000"
                headers={{
                  room: 7,
                  "x-name": "Ada",
                  nested: { list: [1, 2.5, null] },
                }}
              >
                <Authorization type="custom" value="Bearer abc" />
              </Websocket>
            </Connect>
          </>
        )"
    `)
  })

  it('keeps the order of what an input listens for, and what has no settings', () => {
    expect(convert([{ action: 'input', type: ['speech', 'dtmf'] }])).toMatchInlineSnapshot(`
      "(
          <Input>
            <Speech />
            <Dtmf />
          </Input>
        )"
    `)
  })

  it('keeps what is empty, zero or false', () => {
    const ncco = [
      { action: 'talk', text: 'Hello', loop: 0, bargeIn: false },
      { action: 'conversation', name: 'room', canHear: [], startOnEnter: false },
    ]
    expect(convert(ncco)).toMatchInlineSnapshot(`
      "(
          <>
            <Talk loop={0} bargeIn={false}>
              Hello
            </Talk>
            <Conversation name="room" canHear={[]} startOnEnter={false} />
          </>
        )"
    `)
  })
})

describe('the text of a talk', () => {
  it.each<[string, string]>([
    ['plain words', 'Hello there.'],
    ['spaces around', ' Hello '],
    ['only spaces', '  '],
    ['one space', ' '],
    ['several spaces', 'Hello  there'],
    ['braces', 'Press {1}'],
    ['comparisons', '1 < 2 and 3 > 2'],
    ['ampersands', 'Marks & Spencer, &amp; &lt;'],
    ['both quotes', `It's "here"`],
    ['lines', 'One\n  two\r\nthree\tfour'],
    ['other white space', 'a\u00a0b\u2028c\u3000d'],
    ['what is invisible', 'a\u0000\u200b\u202eb'],
    ['half a character', 'a\ud800b'],
    ['comments', '/* no */ // no'],
    ['a long paragraph', 'word '.repeat(100)],
    ['a long word', 'x'.repeat(200)],
    ['backslashes', '\\u0041 \\n'],
  ])('survives: %s', (_, text) => {
    convert([{ action: 'talk', text }])
  })

  it('is filled into lines', () => {
    const text =
      'Thank you for calling. All our colleagues are busy at the moment, please stay on the line.'
    expect(convert([{ action: 'talk', text }])).toMatchInlineSnapshot(`
      "(
          <Talk>
            Thank you for calling. All our colleagues are busy at the moment, please
            stay on the line.
          </Talk>
        )"
    `)
  })
})

describe('SSML', () => {
  const talk = (text: string) => [{ action: 'talk', text }]

  it('becomes elements that give it back to the letter', () => {
    const text =
      "<speak>Your code is <say-as interpret-as='digits'>1234</say-as>.<break time='1s'/> <lang xml:lang='fr-FR'>Merci &amp; <emphasis level='strong'>au revoir</emphasis></lang></speak>"
    expect(convert(talk(text))).toMatchInlineSnapshot(`
      "(
          <Talk>
            Your code is <say-as interpret-as="digits">1234</say-as>.
            <break time="1s" />{" "}
            <lang xmlLang="fr-FR">
              Merci & <emphasis level="strong">au revoir</emphasis>
            </lang>
          </Talk>
        )"
    `)
  })

  it('keeps <speak> where no other tag stands in it', () => {
    expect(convert(talk('<speak>Hello</speak>'))).toMatchInlineSnapshot(`
      "(
          <Talk>
            <speak>Hello</speak>
          </Talk>
        )"
    `)
  })

  it.each([
    '<speak>Hello <break time="1s"/></speak>',
    "<speak>Hello <break time='1s' /></speak>",
    '<speak>It&apos;s<break/></speak>',
    '<speak>Hello<!-- later --><break/></speak>',
    ' <speak>Hello<break/></speak>',
    "<speak>Hello <audio src='https://example.com/a.mp3'/></speak>",
    "<speak>Hello <break time='soon'/></speak>",
    "<speak version='1.0'>Hello</speak>",
  ])('stays a string where elements would write it otherwise: %s', (text) => {
    expect(convert(talk(text))).toContain('ssml=')
  })

  it('becomes elements wherever they say the same, if asked', () => {
    const source = toTsx(
      talk('<speak>It&apos;s<!-- so --> <break time="1s" /> <![CDATA[R&D]]></speak>'),
      {
        ssml: 'elements',
      },
    )
    expect(source).toMatchInlineSnapshot(`
      "import { Talk } from "ncco-jsx";

      export function Flow() {
        return (
          <Talk>
            It's <break time="1s" /> R&D
          </Talk>
        );
      }
      "
    `)
    expect(renderModule(source)).toStrictEqual([
      talk("<speak>It's <break time='1s'/> R&amp;D</speak>"),
    ])
  })

  it('stays a string where no element says it, even if asked', () => {
    const text = '<speak>Hello <audio src="https://example.com/a.mp3"/></speak>'
    expect(convert(talk(text), { ssml: 'elements' })).toContain('ssml=')
  })

  it('stays a string where its text would look like tags between elements', () => {
    const text = "<speak>Press &lt;p&gt;<break time='1s'/></speak>"
    expect(convert(talk(text), { ssml: 'elements' })).toContain('ssml=')
  })

  it('stays a string where it is nested without end', () => {
    const text = `<speak>${'<p>'.repeat(5000)}Hello${'</p>'.repeat(5000)}</speak>`
    expect(convert(talk(text))).toContain('ssml=')
  })
})

describe('what no element can say', () => {
  it('stays in unchecked where it is an option', () => {
    const ncco = [
      { action: 'talk', text: 'Hello', voiceName: 'Amy', 'new-option': { __proto__: null, a: 1 } },
      { action: 'record', eventUrl: 'https://example.com/recorded', endOnSilence: '3' },
    ]
    expect(convert(JSON.parse(JSON.stringify(ncco)))).toMatchInlineSnapshot(`
      "(
          <>
            <Talk
              unchecked={{
                // legacy-option: <Talk voiceName> is outdated and may stop working.
                // Write language="en-GB" and style={0}.
                voiceName: "Amy",
                // unknown-option: <Talk> has no option "new-option".
                // Remove it, or pass it on as it is with unchecked={{…}}.
                "new-option": { a: 1 },
              }}
            >
              Hello
            </Talk>
            <Record
              unchecked={{
                // not-an-array: <Record eventUrl> must be an array with one entry in
                // the NCCO, but is a string.
                // Write it as a prop, of which the array is made: eventUrl=….
                eventUrl: "https://example.com/recorded",
                // wrong-type: <Record endOnSilence> must be a number, but is a
                // string.
                // Write it without quotes, in braces: endOnSilence={…}.
                endOnSilence: "3",
              }}
            />
          </>
        )"
    `)
  })

  it('stays in <Raw> where it is an action, or without it one would not be whole', () => {
    const ncco = [
      { action: 'talk', text: 'Hello' },
      { action: 'pay', amount: 1 },
      { action: 'stream', streamUrl: 'https://example.com/a.mp3' },
      { action: 'input', eventUrl: ['https://example.com/chosen'], maxDigits: 1 },
      { action: 'talk', text: 'Bye' },
    ]
    expect(convert(ncco)).toMatchInlineSnapshot(`
      "(
          <>
            <Talk>Hello</Talk>
            <Raw
              ncco={[
                {
                  // retired-action: The action "pay" was withdrawn in 2023: the
                  // platform no longer knows it.
                  // Collect what you need with input and take the payment in your own
                  // application, or connect the caller to a payment service.
                  action: "pay",
                  amount: 1,
                },
                {
                  action: "stream",
                  // not-an-array: "streamUrl" of stream must be an array with one
                  // entry, but is a string.
                  // Put it into an array: "streamUrl": […].
                  streamUrl: "https://example.com/a.mp3",
                },
                // input-without-type: input listens for nothing: its "type" is
                // missing or empty.
                // Write "type": ["dtmf"], ["speech"] or ["dtmf", "speech"].
                {
                  action: "input",
                  eventUrl: ["https://example.com/chosen"],
                  // pre-2021-input: "maxDigits" on the input action is the old form,
                  // from before 2021.
                  // Put it into the keypad settings: "dtmf": { "maxDigits": … }.
                  maxDigits: 1,
                },
              ]}
            />
            <Talk>Bye</Talk>
          </>
        )"
    `)
  })

  it.each<[string, object]>([
    ['an unknown endpoint', { action: 'connect', endpoint: [{ type: 'rtc', user: 'a' }] }],
    [
      'two endpoints',
      {
        action: 'connect',
        endpoint: [
          { type: 'app', user: 'a' },
          { type: 'app', user: 'b' },
        ],
      },
    ],
    ['an endpoint without an array', { action: 'connect', endpoint: { type: 'app', user: 'a' } }],
    ['settings without type', { action: 'input', type: ['speech'], dtmf: { maxDigits: 1 } }],
    ['settings that are not an object', { action: 'input', type: ['dtmf'], dtmf: 4 }],
    ['a type twice', { action: 'input', type: ['dtmf', 'dtmf'] }],
    ['no type', { action: 'input', type: [] }],
    ['an unknown type', { action: 'input', type: ['dtmf', 'video'] }],
    ['null', { action: 'record', format: null }],
    [
      'a key that JavaScript treats specially',
      JSON.parse('{ "action": "wait", "__proto__": { "a": 1 } }'),
    ],
    ['props of JSX', { action: 'wait', key: 'a', children: 'b', unchecked: { c: 1 } }],
    ['an empty text', { action: 'talk', text: '' }],
    ['tags outside SSML', { action: 'talk', text: 'Hello <break/>' }],
    ['broken SSML', { action: 'talk', text: '<speak>Hello' }],
    ['barge-in without input', { action: 'talk', text: 'Hello', bargeIn: true }],
    [
      'headers without a header',
      {
        action: 'connect',
        endpoint: [{ type: 'sip', uri: 'sip:a@b.c', headers: {}, standardHeaders: {} }],
      },
    ],
    ['an invalid sip address', { action: 'connect', endpoint: [{ type: 'sip', user: 'a' }] }],
  ])('survives: %s', (_, action) => {
    convert([action])
  })

  it('survives: an empty NCCO', () => {
    convert([])
  })

  it('leaves out an empty dtmf or speech object, which the type says', () => {
    const source = toTsx([{ action: 'input', type: ['dtmf'], dtmf: {} }])
    expect(renderModule(source)).toStrictEqual([[{ action: 'input', type: ['dtmf'] }]])
  })
})

describe('the values of props', () => {
  it.each<[string, unknown]>([
    ['quotes', `"it's"`],
    ['double quotes', '"'],
    ['entities', '&amp; &#38; & &x'],
    ['backslashes', 'a\\n\\u0041'],
    ['lines', 'a\nb'],
    ['braces', '{a}'],
    ['a prototype', JSON.parse('{ "__proto__": { "a": 1 }, "constructor": 2 }')],
    ['numbers', [0.1, 1e21, 1e-7, -1.5]],
    ['nothing', [null, '', [], {}]],
    ['names', { 'a-b': 1, a1: 2, '1a': 3, '': 4, ü: 5, '1': 6 }],
  ])('survive: %s', (_, value) => {
    convert([{ action: 'notify', payload: { value }, eventUrl: ['https://example.com/e'] }])
    if (typeof value === 'string') convert([{ action: 'conversation', name: value }])
  })
})

describe('the default export', () => {
  const flow = (name: string) => ({ name, ncco: [{ action: 'wait' }] })

  it('is there if asked for', () => {
    expect(
      toTsx([{ action: 'wait' }], { name: 'hold', exportDefault: true }),
    ).toMatchInlineSnapshot(`
      "import { Wait } from "ncco-jsx";

      export function Hold() {
        return <Wait />;
      }

      export default Hold;
      "
    `)
    expect(toTsx([{ action: 'wait' }])).not.toContain('default')
  })

  it('is left out where several components could be meant', () => {
    const source = toTsxModule([flow('a'), flow('b')], { exportDefault: true })
    expect(source).not.toContain('default')
  })
})

describe('the names of components', () => {
  const name = (name: string) =>
    /export function ([^(]+)/.exec(toTsx([{ action: 'wait' }], { name }))?.[1]

  it.each([
    ['sales-menu', 'SalesMenu'],
    ['sales menu (1)', 'SalesMenu1'],
    ['1st', 'Flow1st'],
    ['', 'Flow'],
    ['日本', 'Flow日本'],
    ['überweisung', 'Überweisung'],
    ['wait', 'WaitFlow'],
    ['talk', 'TalkFlow'],
    ['fragment', 'FragmentFlow'],
    ['class', 'Class'],
  ])('%j becomes %s', (given, component) => {
    expect(name(given)).toBe(component)
  })

  it('are needed for nothing else', () => {
    expect(toTsxModule([])).toBe('')
  })

  it('differ in a module', () => {
    const wait = [{ action: 'wait' }]
    const names = ['a', 'a', 'A-', 'wait', 'wait-flow'].map((name) => ({ name, ncco: wait }))
    const source = toTsxModule(names)
    expect(source.match(/(?<=export function )\w+/g)).toStrictEqual([
      'A',
      'AFlow',
      'AFlow2',
      'WaitFlow',
      'WaitFlow2',
    ])
    expect(renderModule(source)).toStrictEqual(names.map(() => wait))
  })
})

describe('an NCCO that changes while it is read', () => {
  const talk = { action: 'talk', text: 'Hi' }

  it('is read once', () => {
    let reads = 0
    const action = {
      ...talk,
      get loop() {
        reads++
        return reads
      },
    }
    expect(toTsx([action])).toContain('loop={1}')
    expect(reads).toBe(1)
  })

  it.each<[string, unknown]>([
    ['throws', new Proxy([talk], throwing('length'))],
    ['throws in an action', [new Proxy(talk, throwing('text'))]],
    ['was revoked', revoked()],
    ['holds what JSON cannot hold', [{ ...talk, loop: () => 1 }]],
  ])('is refused with its place if it %s the first time', (_, ncco) => {
    expect(() => toTsx(ncco)).toThrow(NccoError)
  })

  /** Throws the first time that this key is read. */
  function throwing(key: string): ProxyHandler<object> {
    let reads = 0
    return {
      get(target, read) {
        if (read === key && reads++ === 0) throw new Error('not now')
        return Reflect.get(target, read)
      },
    }
  }

  function revoked(): unknown {
    const { proxy, revoke } = Proxy.revocable([talk], {})
    revoke()
    return proxy
  }
})

describe('what is not an NCCO', () => {
  it.each<[unknown, string, string]>([
    [{ ncco: [] }, 'not-an-ncco', ''],
    ['[]', 'not-an-ncco', ''],
    [undefined, 'not-json', ''],
    [[{ action: 'wait', timeout: Number.NaN }], 'not-json', '/0/timeout'],
  ])('is refused: %j', (ncco, code, path) => {
    try {
      toTsx(ncco)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(NccoError)
      expect((error as NccoError).issues.map(({ code, path }) => [code, path])).toStrictEqual([
        [code, path],
      ])
    }
  })
})
