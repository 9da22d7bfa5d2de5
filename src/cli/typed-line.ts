import {
  type Call,
  type CallAct,
  type Leg,
  type LegAct,
  type Platform,
  parseScript,
  SimulatorError,
} from 'ncco-jsx/simulate'
import { legWords } from '../simulate/script/leg-words'

/** Reads a line that a person types in a call: the acts that it stands for, or why there are none. */
export function readTyped(
  line: string,
  call: Call,
  platform: Platform,
): readonly CallAct[] | 'not-an-act' | 'no-leg' {
  if (line === '') return [{ kind: 'wait', seconds: 5 }]
  if (/^[\d*#]+$/.test(line)) return [{ kind: 'press', keys: line }]
  const isCommand = line.startsWith('/')
  const words = isCommand ? line.slice(1) : line
  const acts = readActs(words)
  if (acts) return acts
  if (!isCommand) return [{ kind: 'say', text: line }]
  if (words !== 'drop' && !readLegAct(words)) return 'not-an-act'
  // The callee of an outbound call is the person, until they have answered.
  const isRinging = call.leg.status === 'ringing'
  const leg = isRinging ? call.leg : call.legs.at(-1)
  if (!leg) return 'no-leg'
  const does = readLegAct(words) ?? drop(leg)
  if (!isRinging) return [{ kind: 'leg', leg: call.legs.length, does }]
  return [{ kind: 'call', call: platform.calls.indexOf(call) + 1, does }]
}

function readLegAct(words: string): LegAct | undefined {
  for (const { read } of Object.values(legWords)) {
    const act = read(words)
    if (act) return act
  }
  return undefined
}

/** The acts of a script; `undefined` if one of them is not an act of a call that has begun. */
function readActs(words: string): readonly CallAct[] | undefined {
  try {
    const acts = parseScript(words)
    return acts.length === 0 || acts.some(({ kind }) => kind === 'dial') ? undefined : acts
  } catch (error) {
    if (error instanceof SimulatorError) return undefined
    throw error
  }
}

function drop({ endpoint }: Leg): LegAct {
  return { kind: endpoint.type === 'websocket' ? 'disconnect' : 'hang-up' }
}
