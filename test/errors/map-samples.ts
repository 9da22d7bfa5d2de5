import type { FindingCode, FindingDetail } from '../../src/map/messages'

/** A detail for each finding of a map, for the messages in docs/errors.md. */
export const mapSamples: { readonly [C in FindingCode]: FindingDetail<C> } = {
  'ends-in-error': { why: 'the NCCO is refused' },
  'ends-in-silence': {},
  'no-way-out': { states: 2 },
  'offered-key-refused': { keys: ['2'] },
  'wrong-key-accepted': { keys: ['3', '4'], like: ['2'] },
  'hook-never-reached': { path: '/reminder' },
  'too-many-choices': { count: 7 },
  'menu-too-deep': { depth: 4 },
  'no-way-to-a-person': {},
  'long-prompt': { seconds: 12.4 },
  'ncco-with-findings': {
    issues: [
      {
        code: 'out-of-range',
        message: '"loop" of talk is outside its range.',
        path: '/0/loop',
      },
    ],
  },
  'slow-webhook': { path: '/chosen' },
}
