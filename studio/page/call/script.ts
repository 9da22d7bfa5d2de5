import { parseScript as parseCallScript, toScript as toCallScript } from 'ncco-jsx/simulate'
import type { Act, RequestAct } from './act'
import { withoutAuthorization } from './request-body'

/**
 * Writes acts as a script. Beside the acts of the simulator it has `request POST /v1/calls {…}`, and `expect POST /v1/calls` for a request
 * that the app makes by itself.
 */
export function toScript(acts: readonly Act[]): string {
  return acts.map((act) => (act.kind === 'request' ? requestPart(act) : part(act))).join('; ')
}

/** An act in few words. */
export function nameOf(act: Act): string {
  return act.kind === 'request' ? `${act.method} ${act.path}` : part(act)
}

/**
 * Reads such a script.
 *
 * @throws SimulatorError `not-an-act`
 */
export function parseScript(script: string): Act[] {
  return partsOf(script).flatMap((part): Act[] => parseRequest(part) ?? parseCallScript(part))
}

function part(act: Exclude<Act, RequestAct>): string {
  return toCallScript([act])
}

function requestPart({ by, method, path, body, after }: RequestAct): string {
  const begin = after === undefined ? '' : `after ${after} `
  if (by === 'app') return `${begin}expect ${method} ${path}`
  const json = body === undefined ? '' : ` ${withoutAuthorization(body)}`
  return `${begin}request ${method} ${path}${json}`
}

/** The parts between the `;` that stand outside quotes. */
function partsOf(script: string): string[] {
  const parts = script.match(/(?:"(?:[^"\\]|\\.)*"|[^;"]|")+/g) ?? []
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

const request =
  /^(?:after (?<after>\d+(?:\.\d+)?) )?(?<word>request|expect) (?<method>POST|PUT|DELETE) (?<path>\/v1\/\S+)(?: (?<body>\{.*\}))?$/s

function parseRequest(part: string): [RequestAct] | undefined {
  const { after, word, method, path, body } = request.exec(part)?.groups ?? {}
  if (method === undefined || path === undefined || !isJson(body)) return undefined
  return [
    {
      kind: 'request',
      by: word === 'expect' ? 'app' : 'anybody',
      method,
      path,
      ...(body !== undefined && { body }),
      ...(after !== undefined && { after: Number(after) }),
    },
  ]
}

function isJson(body: string | undefined): boolean {
  try {
    JSON.parse(body ?? '{}')
    return true
  } catch {
    return false
  }
}
