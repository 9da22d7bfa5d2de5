import type { LogMessage } from '../../../src/protocol'

type Print = (stream: LogMessage['stream'], text: string) => void

const methods = {
  log: 'stdout',
  info: 'stdout',
  debug: 'stdout',
  warn: 'stderr',
  error: 'stderr',
} as const

/** Sends what a flow prints elsewhere. */
export function printConsole(print: Print): void {
  for (const [method, stream] of Object.entries(methods)) {
    Object.assign(console, {
      [method]: (...values: readonly unknown[]) => print(stream, values.map(inWords).join(' ')),
    })
  }
}

function inWords(value: unknown): string {
  if (typeof value === 'string') return value
  if (value instanceof Error) return value.stack ?? String(value)
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return String(value)
  }
}
