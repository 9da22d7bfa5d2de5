import fc from 'fast-check'
import { createVoiceApp, type VoiceApp } from 'ncco-jsx/serve'
import { dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { posted, secret } from '../support/requests'
import { inputWebhook } from '../support/webhooks'
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
  const makeApp = (ownSecret = secret) =>
    createVoiceApp({
      answer: () => <Flow steps={dialog} log={log} />,
      fallback: () => <Flow steps={dialog} log={log} />,
      secret: ownSecret,
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

describe('the trail of any dialog with any caller', () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.'

  it('opens only where it was sealed', async () => {
    let opened = 0
    const change = fc.record({
      at: fc.nat(),
      by: fc.constantFrom(...alphabet),
      how: fc.constantFrom('replace', 'cut', 'add'),
    })
    await fc.assert(
      fc.asyncProperty(
        anyDialog,
        anyPresses,
        fc.nat(3),
        change,
        async (dialog, presses, turns, edit) => {
          const { makeApp } = watch(dialog)
          const call = await dial(makeApp())
          await answer(call, presses.slice(0, turns))
          const [url] =
            (call.running?.ncco.at(-1) as { eventUrl?: [string] } | undefined)?.eventUrl ?? []
          if (url === undefined) return
          const link = new URL(url)
          const sealed = link.searchParams.get('sealed') ?? ''
          const follow = async (app: VoiceApp, seal: string, path = link.pathname) => {
            const query = new URLSearchParams({ sealed: seal })
            return (await app.fetch(posted(`${path}?${query}`, inputWebhook))).status
          }
          const at = edit.at % sealed.length
          const rest = sealed.slice(edit.how === 'add' ? at : at + 1)
          const altered = sealed.slice(0, at) + (edit.how === 'cut' ? '' : edit.by) + rest
          if (altered !== sealed) expect(await follow(makeApp(), altered)).toBe(403)
          expect(await follow(makeApp(), sealed, '/fallback')).toBe(403)
          expect(await follow(makeApp(`${secret} of another app`), sealed)).toBe(403)
          expect(await follow(makeApp(), sealed)).toBeOneOf([200, 204])
          opened++
        },
      ),
      { numRuns: 100 },
    )
    expect(opened).toBeGreaterThan(20)
  })
})
