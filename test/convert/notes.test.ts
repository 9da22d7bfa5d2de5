import fc from 'fast-check'
import { toTsx } from 'ncco-jsx/convert'
import { format } from 'prettier'
import { describe, expect, it } from 'vitest'
import { findNotes } from '../../src/convert/notes'
import { toElements } from '../../src/convert/to-elements'
import { anyJsonNcco } from '../conformance/any-ncco'
import { renderModule } from '../support/tsx-source'

/** The body of the component that an NCCO becomes, after seeing that it is formatted, and gives the NCCO back. */
async function convert(ncco: readonly unknown[]): Promise<string> {
  const source = toTsx(ncco)
  expect(renderModule(source, 'typescript')).toStrictEqual([ncco])
  expect(renderModule(source, 'esbuild')).toStrictEqual([ncco])
  expect(source).toBe(await format(source, { parser: 'typescript' }))
  return source.slice(source.indexOf('  return'), source.lastIndexOf('\n}'))
}

describe('what is kept as it is has a comment', () => {
  it('at an option, in the words of elements', async () => {
    const ncco = [{ action: 'talk', text: 'Hello', loop: '2', voiceName: 'Jennifer' }]
    expect(await convert(ncco)).toMatchInlineSnapshot(`
      "  return (
          <Talk
            unchecked={{
              // wrong-type: <Talk loop> must be a number, but is a string.
              // Write it without quotes, in braces: loop={…}.
              loop: "2",
              // legacy-option: <Talk voiceName> is outdated and may stop working.
              // Write language and style, from the table at
              // docs/errors.md#legacy-option.
              voiceName: "Jennifer",
            }}
          >
            Hello
          </Talk>
        );"
    `)
  })

  it('at an option of what stands inside', async () => {
    const endpoint = { type: 'phone', number: '447700900001', onAnswer: { ringback: 'https://a' } }
    const ncco = [{ action: 'connect', from: '447700900000', endpoint: [endpoint] }]
    expect(await convert(ncco)).toMatchInlineSnapshot(`
      "  return (
          <Connect from="447700900000">
            <Phone
              number="447700900001"
              unchecked={{
                // missing-option: <OnAnswer url> is required, but missing.
                // Write it in the tag: <OnAnswer url=…>.
                onAnswer: {
                  // legacy-option: <OnAnswer ringback> is outdated and may stop
                  // working.
                  // Write ringbackTone.
                  ringback: "https://a",
                },
              }}
            />
          </Connect>
        );"
    `)
  })

  it('inside an action, in the words of JSON', async () => {
    const ncco = [
      { action: 'talk', text: 'Hello' },
      { action: 'pay', amount: 1 },
      'talk',
      { action: 'input', maxDigits: '1' },
      { action: 'stream', streamUrl: [1, 'a'], bargeIn: true },
    ]
    expect(await convert(ncco)).toMatchInlineSnapshot(`
      "  return (
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
                // not-an-action: An action is an object with a string "action", but
                // this is a string.
                // Write an object such as { "action": "talk", "text": "Hello" }.
                "talk",
                // input-without-type: input listens for nothing: its "type" is
                // missing or empty.
                // Write "type": ["dtmf"], ["speech"] or ["dtmf", "speech"].
                {
                  action: "input",
                  // pre-2021-input: "maxDigits" on the input action is the old form,
                  // from before 2021.
                  // Put it into the keypad settings: "dtmf": { "maxDigits": … }.
                  maxDigits: "1",
                },
                {
                  action: "stream",
                  // not-exactly-one: "streamUrl" of stream has 2 entries, but takes
                  // exactly one.
                  // Keep one of them.
                  streamUrl: [
                    // wrong-type: "streamUrl" of stream must be a URL, but is a
                    // number.
                    // Write a URL.
                    1,
                    // bad-url: "streamUrl" of stream is not an absolute URL of the
                    // form https://host/path.
                    // Write the whole URL in this form.
                    "a",
                  ],
                  // barge-in-without-input: "bargeIn" of stream (/4) lets the caller
                  // interrupt it, so input must follow, but nothing comes next.
                  // Put an input action after it, or remove "bargeIn".
                  bargeIn: true,
                },
              ]}
            />
          </>
        );"
    `)
  })

  it('about the actions that follow, with their names', async () => {
    const ncco = [
      { action: 'talk', text: 'Hello', bargeIn: true },
      { action: 'wait' },
      { action: 'pay' },
      { action: 'talk', text: 'Hello', bargeIn: true },
    ]
    expect(await convert(ncco)).toMatchInlineSnapshot(`
      "  return (
          <>
            <Talk
              unchecked={{
                // barge-in-without-input: bargeIn on <Talk> lets the caller interrupt
                // it, so <Input> must follow, but <Wait> comes next.
                // Put <Input> between the two, or remove bargeIn.
                bargeIn: true,
              }}
            >
              Hello
            </Talk>
            <Wait />
            <Raw
              ncco={[
                {
                  // retired-action: The action "pay" was withdrawn in 2023: the
                  // platform no longer knows it.
                  // Collect what you need with input and take the payment in your own
                  // application, or connect the caller to a payment service.
                  action: "pay",
                },
              ]}
            />
            <Talk
              unchecked={{
                // barge-in-without-input: bargeIn on <Talk> lets the caller interrupt
                // it, so <Input> must follow, but nothing comes next.
                // Put <Input> after it, or remove bargeIn.
                bargeIn: true,
              }}
            >
              Hello
            </Talk>
          </>
        );"
    `)
  })

  it('where nothing is wrong, but no element says it', async () => {
    const ncco = [{ action: 'input', type: ['dtmf', 'dtmf'] }]
    expect(await convert(ncco)).toMatchInlineSnapshot(`
      "  return (
          <Raw
            ncco={[
              // No element says this, so it stays as it is.
              { action: "input", type: ["dtmf", "dtmf"] },
            ]}
          />
        );"
    `)
  })

  it('in an empty NCCO', async () => {
    expect(await convert([])).toMatchInlineSnapshot(`
      "  return (
          <Raw
            ncco={
              [
                // empty-ncco: The NCCO is empty: as the answer to a call it ends the
                // call at once.
                // Put an action in it; to let a running flow go on, answer the
                // webhook with an empty body.
              ]
            }
          />
        );"
    `)
  })

  it('of one line each, whatever is in a name', async () => {
    const ncco = [{ action: 'wait', 'a\n*/ {\u2028}': '*/', "b' //": 1, __proto__: null }]
    expect(await convert(JSON.parse(JSON.stringify(ncco)))).toMatchInlineSnapshot(`
      "  return (
          <Wait
            unchecked={{
              // unknown-option: <Wait> has no option "a\\n*/ {\\u{2028}}".
              // Remove it, or pass it on as it is with unchecked={{…}}.
              "a\\n*/ {\\u2028}": "*/",
              // unknown-option: <Wait> has no option "b' //".
              // Remove it, or pass it on as it is with unchecked={{…}}.
              "b' //": 1,
            }}
          />
        );"
    `)
  })

  it('wherever it stands', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyJsonNcco(), (ncco) => {
        const flow = toElements(ncco, 'exact')
        const notes = findNotes(ncco, flow)
        for (const { holder, key } of flow.kept.values()) {
          expect(hasNote(holder, key)).toBe(true)
        }
        function hasNote(holder: object, key: string | number): boolean {
          if (notes.get(holder)?.has(key)) return true
          const value: unknown = Reflect.get(holder, key)
          if (typeof value !== 'object' || value === null) return false
          const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
          return keys.some((inner) => hasNote(value, inner))
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('what an element says', () => {
  it('has no comment, because render warns of it', async () => {
    const ncco = [{ action: 'connect', endpoint: [{ type: 'phone', number: '447700900001' }] }]
    expect(await convert(ncco)).not.toContain('//')
  })
})
