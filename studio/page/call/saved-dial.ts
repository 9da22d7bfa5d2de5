import { literal } from './literal'
import { hasFaults, hasMoments, type SavedCall } from './saved-call'

/** @param result what the call is assigned to */
export function dialling(call: SavedCall, result: string, options: SavedCall['options']): string[] {
  const { target } = call
  const given = [
    'platform',
    ...(hasMoments(call) ? ["pace: 'manual'"] : []),
    ...optionLines(options, call),
  ]
  const functions = functionLines(call)
  const dialled = 'url' in target ? literal(target.url) : 'target'
  if (functions.length === 0) {
    return [`  ${result}await dial(${dialled}, { ${given.join(', ')} })`]
  }
  return [
    `  ${result}await dial(${dialled}, {`,
    ...[...given.map((one) => `${one},`), ...functions].map((line) => `    ${line}`),
    '  })',
  ]
}

/** Options of calls, and the signature, each without its comma. */
export function optionLines(options: SavedCall['options'], { signature }: SavedCall): string[] {
  const given = Object.entries(options).filter(([, value]) => value !== undefined)
  const secret = `signature: { secret: process.env[${literal(signature)}] ?? '' }`
  return [
    ...given.map(([name, value]) => `${name}: ${literal(value, 2)}`),
    ...(signature === undefined ? [] : [secret]),
  ]
}

/** The functions among the options. */
export function functionLines(call: SavedCall): string[] {
  return [...fetchLines(call), ...(hasFaults(call) ? faultLines : [])]
}

const faultLines = [
  'faults: () => {',
  '  const next = fault',
  '  fault = undefined',
  '  return next',
  '},',
]

/** The headers of every webhook of a server, which only its requests can have. */
function fetchLines({ target, headers }: SavedCall): string[] {
  if (!headers || !('url' in target)) return []
  return [
    'fetch: (request, init) => {',
    ...headerLines(headers, '  '),
    '  return fetch(request, init)',
    '},',
  ]
}

export function headerLines(headers: Readonly<Record<string, string>>, indent: string): string[] {
  return Object.entries(headers).map(
    ([name, value]) => `${indent}request.headers.set(${literal(name)}, ${literal(value)})`,
  )
}
