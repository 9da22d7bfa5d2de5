import { InvalidArgumentError, Option } from 'commander'
import { parseCallTime } from './call-time'

/** The option `--now` of `dial` and `map`: the time at which a call begins. */
export function nowOption(description: string): Option {
  return new Option('--now <time>', `${description}: 18:30 (today), or ISO 8601`).argParser(toTime)
}

function toTime(text: string): string {
  const time = parseCallTime(text)
  if (time !== undefined) return time
  throw new InvalidArgumentError('Write a time, such as 18:30 or 2026-12-24T18:30:00Z.')
}
