import { InvalidArgumentError, Option } from 'commander'

// Options of several commands: the flags with their description.

export const from = ['--from <number>', 'the calling number'] as const

export const to = ['--to <number>', 'the number that is called'] as const

/** How the answer URL is asked. */
export function methodOption(): Option {
  const option = new Option('--method <method>', 'the method of the answer webhook')
  return option.choices(['GET', 'POST'])
}

export const eventUrl = [
  '--event-url <url>',
  'the event URL of the application, or its path',
  toUrlOrPath,
] as const

export const fallbackUrl = [
  '--fallback-url <url>',
  'the fallback URL of the application, or its path',
  toUrlOrPath,
] as const

export function toUrlOrPath(text: string): string {
  if (text.startsWith('/') || isHttp(text)) return text
  throw new InvalidArgumentError('Write a URL, or a path such as /event.')
}

export function toUrl(text: string): string {
  if (isHttp(text)) return text
  throw new InvalidArgumentError('Write a URL such as https://app.example.com.')
}

function isHttp(text: string): boolean {
  try {
    return /^https?:$/.test(new URL(text).protocol)
  } catch {
    return false
  }
}

export const sign = [
  '--sign',
  'sign the webhooks with SIGNATURE_SECRET (default: if it is set)',
] as const

export const noSign = ['--no-sign', 'do not sign the webhooks'] as const

export const applicationId = [
  '--application-id <id>',
  'the application that may use the REST side',
] as const

export const publicKey = [
  '--public-key <file>',
  'its public key in PEM, or its private.key',
] as const
