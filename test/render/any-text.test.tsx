import fc from 'fast-check'
import { Connect, Conversation, type NccoNode, Notify, render, Sip, Talk } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { isSsml, parseSsml, type SsmlNode } from '../../src/speech/ssml-document'
import { withoutIllegal } from '../../src/speech/xml-text'

const tags = ['<speak>', '</speak>', '<break/>', '<p>', '</p>', '<!--', '-->', '<![CDATA[', ']]>']
const pieces = fc.constantFrom(...tags, '<', '>', '&', '&amp;', '"', "'", '{', '}', ' ', '\n')

/** Any string, most of them with something in it that XML or JSX would read as code. */
const anyText = fc
  .array(fc.oneof(fc.string({ unit: 'binary' }), pieces), { minLength: 1, maxLength: 8 })
  .map((texts) => texts.join(''))
  .filter((text) => text !== '' && text.length < 1500)

/** The text of a talk, and the tags in it. A `<speak>` around nothing but plain text is not counted. */
function hear(children: NccoNode): { text: string; tags: string[] } {
  const [talk] = render(<Talk>{children}</Talk>)
  const text = String(talk?.text)
  if (!isSsml(text)) return { text, tags: [] }
  const document = parseSsml(text)
  if (document.error !== undefined) throw new Error(document.error.why)
  return { text: textOf(document.root), tags: document.nodes.slice(1).map(({ name }) => name) }
}

function textOf({ children }: SsmlNode): string {
  return children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}

describe('any string', () => {
  it('is spoken as it is, never as a tag', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const heard = hear(text)
        expect([text, withoutIllegal(text)]).toContain(heard.text)
        expect(heard.tags).toStrictEqual([])
      }),
    )
  })

  it('is spoken as it is beside and inside SSML, with only the tags of its author', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (before, inside, after) => {
        const flow = [
          before,
          <prosody key="1" rate="slow" children={inside} />,
          <break key="2" />,
          after,
        ]
        expect(hear(flow)).toStrictEqual({
          text: withoutIllegal(before + inside + after),
          tags: ['prosody', 'break'],
        })
      }),
    )
  })

  it('is one attribute of SSML', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [talk] = render(
          <Talk>
            <sub alias={text}>it</sub>
          </Talk>,
        )
        const document = parseSsml(String(talk?.text))
        const [, sub] = document.error === undefined ? document.nodes : []
        expect(sub).toStrictEqual({
          name: 'sub',
          attributes: Object.assign(Object.create(null), { alias: withoutIllegal(text) }),
          children: ['it'],
        })
      }),
    )
  })

  it('is one value of an option, of free JSON and of a header', () => {
    const headerText = anyText.map((text) => text.replace(/[^ -~\u0080-\uffff]/g, '').trim())
    fc.assert(
      fc.property(anyText, headerText, (text, header) => {
        const flow = (
          <>
            <Conversation name={text} />
            <Notify payload={{ [text]: text }} eventUrl="https://example.com/progress" />
            <Connect>
              <Sip uri="sip:a@example.com" headers={{ name: header }} />
            </Connect>
          </>
        )
        const [conversation, notify, connect] = render(flow)
        expect(conversation).toStrictEqual({ action: 'conversation', name: text })
        expect(JSON.stringify(notify?.payload)).toBe(
          JSON.stringify(Object.fromEntries([[text, text]])),
        )
        expect(connect?.endpoint).toMatchObject([{ headers: { name: header } }])
      }),
    )
  })
})
