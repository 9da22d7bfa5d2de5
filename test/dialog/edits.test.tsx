import fc from 'fast-check'
import { type NccoNode, Talk } from 'ncco-jsx'
import { Ask, Choice, Keys, Menu } from 'ncco-jsx/dialog'
import { createVoiceApp } from 'ncco-jsx/serve'
import { dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { secret } from '../support/requests'
import { anyDialog, editedDialog, Flow, type Step } from './random-dialog'

/** An app whose flow can change in the middle of a call. */
function editable<T>(first: T, view: (flow: T) => NccoNode) {
  const state = { flow: first, warnings: [] as string[], errors: [] as unknown[] }
  const app = createVoiceApp({
    answer: () => view(state.flow),
    secret,
    signature: false,
    development: false,
    onWarning: ({ code }) => void state.warnings.push(code),
    onError: (error) => void state.errors.push(error),
  })
  return { app, state }
}

describe('an edit of any dialog between two turns of a call', () => {
  const silent = { ran: () => {}, did: () => {} }

  it('never fails, and nothing up to the last answer that still fits is said twice', async () => {
    let edits = 0
    const property = fc.asyncProperty(
      anyDialog,
      fc.nat(),
      fc.nat(5),
      fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
      async (dialog, seed, turn, firsts) => {
        const { app, state } = editable<readonly Step[]>(dialog, (steps) => (
          <Flow steps={steps} log={silent} />
        ))
        const call = await dial(app)
        // How much had been heard when each question was answered.
        const answered = new Map<string, number>()
        let edited: readonly Step[] | undefined
        let heardAtEdit = 0
        for (const [index, isFirst] of firsts.entries()) {
          if (call.ended) break
          if (index === turn) {
            edited = editedDialog(dialog, seed)
            state.flow = edited
            heardAtEdit = call.heard.length
          }
          const question = call.heard.at(-1) ?? ''
          const asked = /^(?:ask|menu|is) (\w+)/.exec(question)?.[1] ?? ''
          // Of a question that is confirmed, the answer counts from then on.
          const isAnswer = !question.startsWith('ask ') || !isConfirmed(dialog, asked)
          if (!edited && isAnswer) answered.set(asked, call.heard.length)
          await call.press(
            question.startsWith('ask ') ? '12' : isFirst || question.startsWith('is ') ? '1' : '2',
          )
        }
        expect(state.errors).toStrictEqual([])
        if (!edited) return
        edits++
        const fitting = lastFitting(edited, [...answered.keys()])
        const known = fitting === undefined ? 0 : (answered.get(fitting) ?? 0)
        const before = new Set(call.heard.slice(0, known).filter(isStatement))
        expect(call.heard.slice(heardAtEdit).filter((words) => before.has(words))).toStrictEqual([])
      },
    )
    await fc.assert(property, { numRuns: 200 })
    expect(edits).toBeGreaterThan(60)
  })
})

/** Whether it is not a prompt: prompts may well be said again. */
function isStatement(words: string): boolean {
  return !/^(?:ask|menu|is|silence|wrong) /.test(words)
}

function isConfirmed(steps: readonly Step[], id: string): boolean {
  return JSON.stringify(steps).includes(`"id":"${id}","isConfirmed":true`)
}

/** The last of the answered questions, in order, that an edited dialog still has anywhere. */
function lastFitting(edited: readonly Step[], ids: readonly string[]): string | undefined {
  const text = JSON.stringify(edited)
  let last: string | undefined
  // One that is gone does not hinder those after it; one that stands elsewhere may.
  for (const id of ids) {
    if (!text.includes(`"id":"${id}"`)) return last
    last = id
  }
  return last
}

describe('a call whose flow is edited', () => {
  const options = (digits: readonly string[], name?: string) => (
    <>
      <Talk>Welcome.</Talk>
      <Menu name={name} prompt={`Press ${digits.join(' or ')}.`}>
        {digits.map((digit) => (
          <Choice digit={digit as '1'} value={`option ${digit}`}>
            <Talk>Option {digit}.</Talk>
          </Choice>
        ))}
      </Menu>
      <Ask name="pin" digits={4} prompt="PIN?">
        {(pin) => <Talk>{pin}.</Talk>}
      </Ask>
    </>
  )

  it('goes on with the answer to a menu whose choice still exists', async () => {
    const { app, state } = editable(['1', '2'], (digits) => options(digits, 'which'))
    const call = await dial(app)
    await call.press('2')
    state.flow = ['2', '3']
    await call.press('1234')
    expect(call.heard.slice(-1)).toStrictEqual(['1234.'])
    expect(state.warnings).toStrictEqual([])
  })

  it('asks anew where the choice is gone', async () => {
    const { app, state } = editable(['1', '2'], (digits) => options(digits, 'which'))
    const call = await dial(app)
    await call.press('2')
    state.flow = ['1', '3']
    await call.press('1234')
    expect(call.heard).toStrictEqual([
      'Welcome.',
      'Press 1 or 2.',
      'Option 2.',
      'PIN?',
      'Press 1 or 3.',
    ])
    expect(state.warnings).toStrictEqual(['flow-changed'])
    await call.press('3')
    await call.press('9999')
    expect(call.heard.slice(-3)).toStrictEqual(['Option 3.', 'PIN?', '9999.'])
    expect(state.warnings).toStrictEqual(['flow-changed'])
  })

  it.each([undefined, 'which'])(
    'takes no key for another choice than was offered (name: %s)',
    async (name) => {
      const { app, state } = editable(['1', '2'], (digits) => options(digits, name))
      const call = await dial(app)
      state.flow = ['2', '1', '3']
      await call.press('1')
      expect(call.heard).toStrictEqual(['Welcome.', 'Press 1 or 2.', 'Press 2 or 1 or 3.'])
    },
  )

  it('takes no key for another choice of the same keys, if the choices have values', async () => {
    const view = ([one, two]: readonly [string, string]) => (
      <Menu name="team" prompt={`For ${one}, press 1. For ${two}, press 2.`}>
        <Choice digit="1" value={one}>
          <Talk>{one}.</Talk>
        </Choice>
        <Choice digit="2" value={two}>
          <Talk>{two}.</Talk>
        </Choice>
      </Menu>
    )
    const { app, state } = editable<readonly [string, string]>(['sales', 'support'], view)
    const call = await dial(app)
    state.flow = ['support', 'sales']
    await call.press('1')
    await call.press('2')
    expect(call.heard).toStrictEqual([
      'For sales, press 1. For support, press 2.',
      'For support, press 1. For sales, press 2.',
      'sales.',
    ])
  })

  it('drops the answer to a question that is gone', async () => {
    const view = (name: string) => (
      <>
        <Ask name="first" digits={1} prompt="First?" />
        <Talk>Between.</Talk>
        <Ask name={name} digits={1} prompt={`${name}?`}>
          {(value) => (
            <Talk>
              {name} is {value}.
            </Talk>
          )}
        </Ask>
      </>
    )
    const { app, state } = editable<string>('second', view)
    const call = await dial(app)
    await call.press('1')
    state.flow = 'third'
    await call.press('2')
    expect(call.heard).toStrictEqual(['First?', 'Between.', 'second?', 'third?'])
    await call.press('3')
    expect(call.heard.at(-1)).toBe('third is 3.')
    expect(state.warnings).toStrictEqual(['flow-changed'])
  })

  it('asks a new question that stands before the one that was open', async () => {
    const view = (isNew: boolean) => (
      <>
        <Ask name="first" digits={1} prompt="First?" />
        {isNew && <Ask name="new" digits={1} prompt="New?" />}
        <Ask name="second" digits={1} prompt="Second?">
          {(value) => <Talk>Second is {value}.</Talk>}
        </Ask>
      </>
    )
    const { app, state } = editable<boolean>(false, view)
    const call = await dial(app)
    await call.press('1')
    state.flow = true
    await call.press('2')
    await call.press('3')
    await call.press('4')
    expect(call.heard).toStrictEqual(['First?', 'Second?', 'New?', 'Second?', 'Second is 4.'])
  })

  const questions = (names: readonly string[]) => [
    <Talk>Welcome.</Talk>,
    names.map((name) => (
      <Ask name={name} digits={1} prompt={`${name}?`}>
        {(value) => (
          <Talk>
            {name} is {value}.
          </Talk>
        )}
      </Ask>
    )),
    <Talk>Goodbye.</Talk>,
  ]

  it('passes over an answer whose question is gone', async () => {
    const { app, state } = editable(['a', 'b', 'c'], questions)
    const call = await dial(app)
    await call.press('1')
    await call.press('2')
    state.flow = ['b', 'c']
    await call.press('3')
    expect(call.heard.slice(-3)).toStrictEqual(['c?', 'c is 3.', 'Goodbye.'])
    expect(state.warnings).toStrictEqual(['flow-changed'])
  })

  it('asks again what now comes after the question that was open', async () => {
    const { app, state } = editable(['a', 'b', 'c'], questions)
    const call = await dial(app)
    await call.press('1')
    await call.press('2')
    state.flow = ['a', 'c', 'b']
    await call.press('3')
    expect(call.heard.slice(-3)).toStrictEqual(['c?', 'c is 3.', 'b?'])
    expect(state.warnings).toStrictEqual(['flow-changed'])
  })

  it('says nothing up to the last answer again where the open question is gone', async () => {
    const { app, state } = editable(['a', 'b'], questions)
    const call = await dial(app)
    await call.press('1')
    state.flow = ['a']
    await call.press('2')
    expect(call.heard).toStrictEqual(['Welcome.', 'a?', 'a is 1.', 'b?', 'a is 1.', 'Goodbye.'])
    expect(state.warnings).toStrictEqual(['flow-changed'])
  })

  it('says what follows where no question is left', async () => {
    const view = (isOpen: boolean) => [
      isOpen && <Ask name="only" digits={1} prompt="Only?" />,
      <Talk>Goodbye.</Talk>,
    ]
    const { app, state } = editable<boolean>(true, view)
    const call = await dial(app)
    state.flow = false
    await call.press('1')
    expect(call.heard).toStrictEqual(['Only?', 'Goodbye.'])
    expect(state.warnings).toStrictEqual(['flow-changed'])
  })

  it('forgets a key that held everywhere and does not any more', async () => {
    const view = (on: object) => (
      <Keys on={on}>
        <Menu prompt="Which?">
          <Choice digit="1">
            <Talk>One.</Talk>
          </Choice>
        </Menu>
      </Keys>
    )
    const desk = (
      <>
        <Ask name="desk" digits={1} prompt="Desk?" />
        <Talk>Ringing.</Talk>
      </>
    )
    const { app, state } = editable<object>({ '0': desk }, view)
    const call = await dial(app)
    await call.press('0')
    state.flow = {}
    await call.press('5')
    expect(call.heard).toStrictEqual(['Which?', 'Desk?', 'Which?'])
  })

  it('ends in an error at the third turn that does not fit', async () => {
    const { app, state } = editable(0, (version) => (
      <Ask name={`version-${version}`} digits={1} prompt={`${version}?`} />
    ))
    const call = await dial(app)
    for (let turn = 1; turn < 3; turn++) {
      state.flow = turn
      await call.press('1')
    }
    expect(state.errors).toStrictEqual([])
    state.flow = 3
    await call.press('1')
    expect(state.errors).toContainEqual(expect.objectContaining({ code: 'flow-keeps-changing' }))
    expect(call.heard).toStrictEqual(['0?', '1?', '2?'])
  })
})
