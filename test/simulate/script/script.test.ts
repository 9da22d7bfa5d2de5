import fc from 'fast-check'
import { type CallAct, parseScript, SimulatorError, toScript } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'

const plain = { noNullPrototype: true }
const seconds = fc.integer({ min: 0, max: 60_000 }).map((milliseconds) => milliseconds / 1000)
const keys = fc.stringMatching(/^[\d*#]{1,8}$/)
const text = fc.string({ minLength: 1 })
const spoken = fc.oneof(
  fc.record({ kind: fc.constant('press' as const), keys }, plain),
  fc.record({ kind: fc.constant('say' as const), text }, plain),
)
const legDoes = fc.oneof(
  spoken,
  fc.record(
    {
      kind: fc.constant('machine' as const),
      beep: fc.oneof(seconds, fc.constant(false as const)),
    },
    plain,
  ),
  fc
    .constantFrom(
      ...(['answer', 'busy', 'reject', 'unavailable', 'fail', 'hang-up', 'disconnect'] as const),
    )
    .map((kind) => ({ kind })),
)
const fault = fc.oneof(
  fc.constantFrom('closed' as const, 'duplicate' as const, 'late' as const),
  fc.record({ slow: seconds }, plain),
  fc.record({ status: fc.integer({ min: 100, max: 599 }) }, plain),
)
const act: fc.Arbitrary<CallAct> = fc.oneof(
  fc.constantFrom<CallAct>({ kind: 'dial' }, { kind: 'silence' }, { kind: 'hang-up' }),
  fc.record({ kind: fc.constant('wait' as const), seconds }, plain),
  fc.record({ kind: fc.constant('fault' as const), fault }, plain),
  spoken,
  fc.tuple(spoken, seconds).map(([one, after]) => ({ ...one, after })),
  fc.record(
    {
      kind: fc.constant('leg' as const),
      leg: fc.integer({ min: 1, max: 99 }),
      does: legDoes,
    },
    plain,
  ),
  fc.record({ kind: fc.constant('caller' as const), from: fc.stringMatching(/^\d{3,15}$/) }, plain),
  fc.record(
    {
      kind: fc.constant('call' as const),
      call: fc.integer({ min: 1, max: 99 }),
      leg: fc.integer({ min: 1, max: 99 }),
      does: legDoes,
      after: seconds,
    },
    { ...plain, requiredKeys: ['kind', 'call', 'does'] },
  ),
)

describe('a script', () => {
  it('reads back what was written', () => {
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        expect(parseScript(toScript(acts))).toStrictEqual(acts)
      }),
    )
  })

  it('is words that a person would write', () => {
    const script =
      'press 1; say sales, please; silence; leg 1 answer; leg 1 hang up; after 0.5 press 2; caller 447700900032; call 2 press 1; call 2 leg 1 busy'
    expect(toScript(parseScript(script))).toBe(script)
  })

  it('keeps a text with a semicolon together', () => {
    const acts: CallAct[] = [{ kind: 'say', text: 'one; press 2' }]
    expect(toScript(acts)).toBe('say "one; press 2"')
    expect(parseScript('say "one; press 2"')).toStrictEqual(acts)
  })

  it.each([
    'jump',
    'press x',
    'say',
    'leg one answer',
    'leg 0 answer',
    'leg 1 machine soon',
    'fault odd',
    'fault slow soon',
    'fault status 99',
    'wait',
    'after 1 wait 2',
    'after 1 silence',
  ])('refuses %s', (part) => {
    const refused = () => parseScript(`press 1; ${part}`)
    expect(refused).toThrow(SimulatorError)
    expect(refused).toThrow(`not-an-act: ${JSON.stringify(part)} is not an act of a script.`)
  })

  it('has defaults for what a machine and a fault leave open', () => {
    expect(
      parseScript('leg 1 machine; leg 2 machine no beep; fault slow; fault status'),
    ).toStrictEqual([
      { kind: 'leg', leg: 1, does: { kind: 'machine', beep: 5 } },
      { kind: 'leg', leg: 2, does: { kind: 'machine', beep: false } },
      { kind: 'fault', fault: { slow: 6 } },
      { kind: 'fault', fault: { status: 503 } },
    ])
  })
})
