import { error, warning } from '../message'
import { choice, clipped, type Named, short, tagsOf } from '../words'
import type { OfOption } from './options'

/** Findings about elements that make no NCCO, and about what only an element can hold. Only from TSX. */
export const elementMessages = {
  /**
   * The flow rendered nothing. An answer without actions ends the call at once.
   * @rule R-85
   */
  'empty-flow': error(() => [
    'The flow rendered nothing that the call can do, so the call would end at once.',
    'Return at least one action, such as <Talk>Goodbye.</Talk>. undefined, null, true and false render nothing.',
  ]),
  /**
   * Only elements, strings, numbers, booleans, null, undefined and arrays of them can be rendered. An object that only looks like an element is refused.
   * @rule TSX
   */
  'not-renderable': error(({ found, remedy }: { found: string; remedy: string }) => [
    `${found} cannot be rendered.`,
    remedy,
  ]),
  /**
   * A lower-case element that is not an SSML tag, or an element whose component is undefined.
   * @rule the SSML guide
   */
  'unknown-element': error(({ found, remedy }: { found: string; remedy: string }) => [
    `${found} cannot be rendered, because no such element is known.`,
    remedy,
  ]),
  /**
   * Deno's `"jsx": "precompile"` writes lower-case elements as HTML while it compiles. SSML would be lost in it, so it is refused.
   * @rule TSX
   */
  'precompiled-jsx': error(() => [
    'This was compiled with "jsx": "precompile", which writes HTML, but an NCCO is not HTML.',
    'Set "jsx": "react-jsx" in the compilerOptions of deno.json.',
  ]),
  /**
   * The element stands where the NCCO has no place for it: an endpoint outside Connect, an action inside another.
   * @rule R-78
   */
  'misplaced-element': error(
    (d: { element: string; owner: string | undefined; belongs: string }) => [
      `<${d.element}> cannot stand ${d.owner ? `inside <${d.owner}>` : 'by itself'}.`,
      `Put it ${d.belongs}.`,
    ],
  ),
  /**
   * Only Talk and the SSML tags hold text; white space elsewhere is nothing. A number is text too: `{count && <Talk>…</Talk>}` renders 0 if count is 0.
   * @rule TSX
   */
  'misplaced-text': error(
    (d: { owner: string | undefined; belongs: string; isNumber: boolean }) => [
      `${d.isNumber ? 'A number' : 'Text'} cannot stand ${d.owner ? `inside <${d.owner}>` : 'by itself'}.`,
      `Put it ${d.belongs}, or remove it${d.isNumber ? '; instead of {count && …}, write {count > 0 && …}' : ''}.`,
    ],
  ),
  /**
   * The object has room for one child of this kind.
   * @rule R-60
   */
  'too-many-children': error((d: { owner: Named; key: string; objects: readonly Named[] }) => [
    `<${d.owner.component}> has room for one ${d.key}, and this is another.`,
    `Keep one ${choice(tagsOf(d.objects))}, or give each its own <${d.owner.component}>.`,
  ]),
  /**
   * A string is never markup, so SSML in it is spoken as it is. It may well be a name or another text that came from outside and only looks like SSML: then nothing is to be done.
   * @rule R-30
   */
  'ssml-as-text': warning(() => [
    'The text of <Talk> has tags inside a string. A string is spoken as it is, so the tags are read out.',
    'Write them outside of the quotes: <Talk>Hello <break time="1s" /></Talk>, or the whole text as markup: ssml="<speak>…</speak>". A text from elsewhere, such as a name, may stay.',
  ]),
  /**
   * One child of a talk ends with a letter and the next begins with one. JSX drops the line breaks between children, so the two are spoken as one word.
   * @rule TSX
   */
  'glued-words': warning(() => [
    'Two words in <Talk> have no space between them, so they are spoken as one.',
    "Write {' '} between them, also at the end of a line: JSX drops the line break. If they are parts of one word, write {first + second}.",
  ]),
  /**
   * The text is given twice: as children and as markup.
   * @rule TSX
   */
  'text-and-ssml': error(() => [
    '<Talk> has both children and ssml, and only one can be spoken.',
    'Keep the children, or the ssml.',
  ]),
  /**
   * The same key is set as an option and in `unchecked`; one of the two would be lost.
   * @rule TSX
   */
  'set-twice': error(({ object, key }: { object: Named; key: string }) => [
    `Both <${object.component}> and its unchecked set ${short(key)}, but only one can be sent.`,
    'Keep one of them.',
  ]),
  /**
   * `Raw` and `unchecked` take the plain JSON that is to be sent.
   * @rule TSX
   */
  'bad-escape': error(
    ({ what, expected, found }: { what: string; expected: string; found: string }) => [
      `${what} must be ${expected}, but is ${found}.`,
      `Give it ${expected}.`,
    ],
  ),
  /**
   * `render` is synchronous; a component or a child was a promise.
   * @rule TSX
   */
  'promise-in-render': error(() => [
    'render met a promise, which it cannot wait for.',
    'Write await renderAsync(…) instead of render(…).',
  ]),
  /**
   * Components or arrays are nested without end, or deeper than 5,000 levels.
   * @rule TSX
   */
  'endless-recursion': error(({ name, how }: { name: string; how: string }) => [
    `${name} ${how}, which looks like a recursion without an end.`,
    'Give the recursion a condition that ends it.',
  ]),
  /**
   * A component threw; its own error is the `cause` of this one.
   * @rule TSX
   */
  'component-threw': error((d: { name: string; said?: readonly [string, string] | undefined }) =>
    d.said
      ? [`<${clipped(d.name)}> threw ${d.said[0]}`, d.said[1]]
      : [
          `<${clipped(d.name)}> threw an error while it was rendered.`,
          'Mend that error, which is the cause of this one; a console shows it below.',
        ],
  ),
  /**
   * `useContext` only knows its values while a component runs: not outside of one, and not after an await.
   * @rule TSX
   */
  'context-outside-component': error(() => [
    'useContext was called while no component was running: outside of render, or after an await in an async component.',
    'Call it at the top of the component, before the first await, and keep the value in a variable.',
  ]),
  /**
   * A hook is not a link: calling it makes one, with the params of that call.
   * @rule TSX
   */
  'hook-not-called': error((d: OfOption, words) => [
    `${words.option(d.object, d.option)} must be a URL or a link to a hook, but is a function.`,
    `If it is a hook, call it: ${words.name(d.option)}={hook()}.`,
  ]),
  /**
   * Only the app that has the hook knows the whole URL of a link, and writes it in an option for the URL of a webhook.
   * @rule TSX
   */
  'link-not-served': error(({ path }: { path: string }) => [
    `A link to the hook at ${clipped(path)} stands where no app writes it as a URL.`,
    'Serve the flow with createVoiceApp, or render it with await app.render(<Flow />). For the URL by itself, write await app.link(hook()).',
  ]),
}
