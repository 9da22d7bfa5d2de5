import type { Call } from 'ncco-jsx/simulate'
import type { Exchange } from './call/exchange'
import { toFragment } from './call/link'
import { toReport } from './call/report'
import { testOf } from './call/test-of-run'
import { copyText } from './host/clipboard'
import type { Studio } from './studio'

/** Saves the call as a test beside the app. */
export function saveAsTest(studio: Studio): Promise<void> {
  const { connection, settings, current } = studio
  return studio.attempt(async () => {
    const run = await studio.current.settledRun()
    const target = connection.target.value
    if (!run || !target) return undefined
    const hasVariables = connection.variables.value.length > 0
    const { file, text } = testOf(run, target, settings.value, {
      startsAt: current.startsAt,
      hasVariables,
      applicationId: connection.rest?.application.id,
    })
    return `Saved as ${await connection.save(file, text)}.`
  })
}

/** Copies a link that plays the call again. */
export function copyLink(studio: Studio): Promise<void> {
  return studio.attempt(async () => {
    const acts = studio.run?.acts ?? []
    const fragment = toFragment(acts, studio.settings.value)
    await copyText(await studio.connection.linkTo(fragment))
    return 'The link has this call.'
  })
}

/** Copies the call as text, for an issue or an assistant. */
export function copyReport(studio: Studio): Promise<void> {
  return studio.attempt(async () => {
    const { run, view, connection } = studio
    const target = connection.target.value?.name ?? ''
    const transcript = (run?.platform.calls ?? []).map(transcriptOf).join('\n\n')
    const { exchanges = [] } = view.value ?? {}
    const report = toReport({ target, acts: run?.acts ?? [], transcript, exchanges })
    await copyText(report)
    return 'The call is copied as Markdown.'
  })
}

/** Sends the request of a webhook again, beside the call. */
export function sendAgain(
  studio: Studio,
  { method, url, body, sent = [] }: Exchange,
): Promise<void> {
  return studio.attempt(async () => {
    const time = studio.run?.time ?? Date.now()
    const again = { method, url, headers: sent, body, time, isByHand: true }
    const { status } = await studio.connection.fetch(again)
    return `Sent again. The app answered with status ${status}.`
  })
}

function transcriptOf(call: Call, index: number): string {
  return index === 0 ? call.transcript() : `Call ${index + 1}\n${call.transcript()}`
}
