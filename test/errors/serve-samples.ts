import type { ServeCode, ServeDetail } from '../../src/serve/messages'

/** What is known in a case of each finding of an app, for the messages in docs/errors.md. */
export const serveSamples: { [C in ServeCode]: ServeDetail<C> } = {
  'bad-option': { option: 'deadline', expected: 'a number above 0', isSetting: true },
  'bad-path': { what: 'The path of a hook', path: '/chosen/', why: 'it ends with a slash' },
  'path-taken': { path: '/answer', by: "the app's own /answer" },
  'weak-secret': {},
  'unknown-hook': { path: '/chosen', taken: undefined },
  'wrong-hook': { path: '/recorded', kind: 'record', option: 'Input.eventUrl', taken: 'input' },
  'unsealed-path': { path: '/chosen', option: 'eventUrl' },
  'link-without-secret': { path: '/chosen' },
  'params-not-json': { path: '/chosen' },
  'params-too-long': { path: '/chosen', length: 5120, longest: 4000 },
  'no-call': {},
  'deadline-exceeded': { milliseconds: 3500 },
  'unreadable-url': {},
  'unknown-path': { meant: ['/voice/answer'] },
  'unknown-method': { path: '/answer' },
  'body-already-read': {},
  'unsupported-type': {},
  'body-not-json': {},
  'body-too-large': { limit: 65_536 },
  'body-too-slow': { milliseconds: 3500 },
  'unexpected-webhook': {
    path: '/chosen',
    expected: 'the input webhook',
    found: 'event',
    fields: [],
  },
  'bad-link': { path: '/chosen', why: 'it is too old' },
  'missing-signature': {},
  'bad-signature': { why: 'it does not fit the token' },
}
