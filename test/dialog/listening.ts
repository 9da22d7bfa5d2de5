import type { NccoAction } from 'ncco-jsx'
import type { Call } from 'ncco-jsx/simulate'

/** The input that a call waits at, without its URL. */
export function listening(call: Call): Omit<NccoAction, 'action' | 'eventUrl'> | undefined {
  const body = call.webhooks.findLast(({ answer }) => answer?.body)?.answer?.body ?? '[]'
  const input = (JSON.parse(body) as NccoAction[]).find(({ action }) => action === 'input')
  if (!input) return undefined
  const { action: _, eventUrl: __, ...settings } = input
  return settings
}
