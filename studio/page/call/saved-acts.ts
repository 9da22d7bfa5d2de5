import type { Act, LegDoes } from './act'
import { literal } from './literal'
import { isInCall, type SavedCall } from './saved-call'
import { dialling } from './saved-dial'
import { requestLines } from './saved-rest'

/** The acts with the time between them, for a call in which the moment of an act matters. */
export function timedActs(call: SavedCall): string[] {
  const { acts, now } = call
  // A call that is over cannot wait for the others.
  const waiting = call.others.size > 0 ? 'platform' : 'call'
  const lines: string[] = []
  let clock = 0
  const waitUntil = (second: number) => {
    const seconds = Math.round((second - clock) * 1000) / 1000
    if (seconds > 0) lines.push(`  await ${waiting}.wait(${seconds})`)
    clock = Math.max(clock, second)
  }
  for (const { act, begunAt, doneAt } of acts.filter(isInCall)) {
    if (act.kind === 'silence' || act.kind === 'wait') {
      waitUntil(doneAt)
      continue
    }
    waitUntil(begunAt)
    lines.push(...actLines(act, call))
    clock = doneAt
  }
  waitUntil(now)
  return lines
}

export function actLines(act: Act, call: SavedCall): string[] {
  const own = call.isDialled ? 'call' : 'platform.calls[0]?'
  switch (act.kind) {
    case 'press':
      return [`  await ${own}.press(${literal(act.keys)})`]
    case 'say':
      return [`  await ${own}.say(${literal(act.text)})`]
    case 'silence':
      return [`  await call.wait(${act.seconds ?? 0})`]
    case 'wait':
      return [`  await call.wait(${act.seconds})`]
    case 'hang-up':
      return [`  await ${own}.hangUp()`]
    case 'leg':
      return [`  await ${own}.legs[${act.leg - 1}]?.${legCall(act.does)}`]
    case 'caller':
      return dialling(call, '', { ...call.options, from: act.from })
    case 'call': {
      const leg = act.leg === undefined ? '.leg' : `.legs[${act.leg - 1}]?`
      return [`  await platform.calls[${act.call - 1}]?${leg}.${legCall(act.does)}`]
    }
    case 'dial':
      return []
    case 'request':
      return requestLines(act)
    case 'fault':
      return [`  fault = ${literal(act.fault)}`]
  }
}

function legCall(does: LegDoes): string {
  switch (does.kind) {
    case 'machine':
      return `answer({ as: 'machine', beep: ${does.beep} })`
    case 'press':
      return `press(${literal(does.keys)})`
    case 'say':
      return `say(${literal(does.text)})`
    case 'hang-up':
      return 'hangUp()'
    default:
      return `${does.kind}()`
  }
}
