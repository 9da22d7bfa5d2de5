import fc from 'fast-check'
import { createVoiceApp, type VoiceApp } from 'ncco-jsx/serve'
import { dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { secret } from '../support/requests'
import { answer, anyDialog, anyPresses, Flow, type Step, tell } from './random-dialog'

/** What ran while apps with one secret served a dialog. */
function watch(dialog: readonly Step[]) {
  const ran: string[] = []
  const done: { id: string; key: string }[] = []
  const log = {
    ran: (id: string) => ran.push(id),
    did: (id: string, key: string) => done.push({ id, key }),
  }
  const errors: unknown[] = []
  const makeApp = () =>
    createVoiceApp({
      answer: () => <Flow steps={dialog} log={log} />,
      secret,
      signature: false,
      development: false,
      onError: (error) => {
        errors.push(error)
      },
    })
  return { ran, done, errors, makeApp }
}

/** Three processes behind a round robin: each has an app of its own. */
function roundRobin(makeApp: () => VoiceApp): Pick<VoiceApp, 'fetch'> {
  const apps = [makeApp(), makeApp(), makeApp()]
  let turn = 0
  const next = () => apps[turn++ % apps.length] as VoiceApp
  return { fetch: (request) => next().fetch(request) }
}

describe('any dialog with any caller', () => {
  it('says what a plain program says', async () => {
    await fc.assert(
      fc.asyncProperty(anyDialog, anyPresses, async (dialog, presses) => {
        const { makeApp, errors, ran, done } = watch(dialog)
        const call = await dial(makeApp())
        const pressed = await answer(call, presses)
        const told = tell(dialog, pressed)
        expect(errors).toStrictEqual([])
        expect(call.heard).toStrictEqual(told)
        // Whatever ran was passed on the way.
        const passed = new Set(told.flatMap((words) => words.split(/[ =]/)))
        expect(ran.filter((id) => !passed.has(id))).toStrictEqual([])
        // Nothing is done twice where nothing is sent twice.
        expect(done.length).toBe(new Set(done.map(({ id }) => id)).size)
      }),
      { numRuns: 150 },
    )
  })

  it('says the same from three processes behind a round robin', async () => {
    await fc.assert(
      fc.asyncProperty(anyDialog, anyPresses, async (dialog, presses) => {
        const { makeApp, errors, done } = watch(dialog)
        const call = await dial(roundRobin(makeApp))
        const pressed = await answer(call, presses)
        expect(errors).toStrictEqual([])
        expect(call.heard).toStrictEqual(tell(dialog, pressed))
        expect(done.length).toBe(new Set(done.map(({ id }) => id)).size)
      }),
      { numRuns: 75 },
    )
  })

  it('says the same if every webhook comes twice, and does the same work by the same key', async () => {
    await fc.assert(
      fc.asyncProperty(anyDialog, anyPresses, async (dialog, presses) => {
        const { makeApp, errors, done } = watch(dialog)
        const call = await dial(roundRobin(makeApp), { faults: () => 'duplicate' })
        const pressed = await answer(call, presses)
        expect(errors).toStrictEqual([])
        expect(call.heard).toStrictEqual(tell(dialog, pressed))
        const ids = new Set(done.map(({ id }) => id))
        expect(new Set(done.map(({ id, key }) => `${id} ${key}`)).size).toBe(ids.size)
        expect(new Set(done.map(({ key }) => key)).size).toBe(ids.size)
      }),
      { numRuns: 75 },
    )
  })
})
