import type { Exchange } from './exchange'

/** A request as a command for a POSIX shell. */
export function toCurl({ method, url, body, sent = [] }: Exchange): string {
  const parts = ['curl', '--include']
  if (method !== 'GET') parts.push('--request', method)
  for (const [name, value] of sent) parts.push('--header', quoted(`${name}: ${value}`))
  if (body !== null && body !== '') parts.push('--data-raw', quoted(body))
  parts.push(quoted(url))
  return parts.join(' ')
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
