import type { Exchange } from './exchange'

/**
 * A request as a command for a POSIX shell.
 *
 * @param isModule whether the app runs in the studio, so that no server has its address
 */
export function toCurl({ method, url, body, sent = [] }: Exchange, isModule = false): string {
  const note = `# Replace ${new URL(url).origin} by the address of your server: in the studio the app has none.\n`
  const parts = [`${isModule ? note : ''}curl`, '--include']
  if (method !== 'GET') parts.push('--request', method)
  for (const [name, value] of sent) parts.push('--header', quoted(`${name}: ${value}`))
  if (body !== null && body !== '') parts.push('--data-raw', quoted(body))
  parts.push(quoted(url))
  return parts.join(' ')
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
