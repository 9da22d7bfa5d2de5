import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020'
import { check, render, renderToString } from 'ncco-jsx'
import { root } from '../../scripts/tools'
import { callOnce, cases } from '../calls/cases'
import { clean, forSchema, judge } from '../check/corpus'
import { Flow } from '../render/flow'
import { literal } from '../render/literal'
import { shuffled, timeInRounds } from '../rounds'
import { ratio } from '../spread'

// The figures of one Node, which is the one that runs this. They are printed as JSON.

const rounds = 100
const call = { from: '447700900001', attempt: 1 }
assert.deepEqual(render(<Flow {...call} />), literal(call))

const schema = JSON.parse(readFileSync(join(root, 'dist/ncco.schema.json'), 'utf8'))
const validate = new Ajv2020({ allErrors: true }).compile(schema)

const taken = await timeInRounds(
  {
    text: () => JSON.stringify(render(<Flow {...call} />)),
    string: () => renderToString(<Flow {...call} />),
    literal: () => JSON.stringify(literal(call)),
    clean: judge(clean, check),
    validateClean: judge(clean, validate),
    all: judge(forSchema, check),
    validateAll: judge(forSchema, validate),
  },
  rounds,
)

/** The processor time of a call in each case, round by round, because a machine that does other things makes a second of any length. */
async function timeOfCalls(): Promise<Map<string, number[]>> {
  const times = new Map(cases.map(([name]) => [name, [] as number[]]))
  for (let round = 0; round <= 10; round++) {
    for (const [name, target, options] of shuffled(cases)) {
      const before = process.cpuUsage()
      for (let index = 0; index < 200; index++) await callOnce(target, options)
      const { user, system } = process.cpuUsage(before)
      // The first round warms up.
      if (round > 0) times.get(name)?.push((user + system) / 200)
    }
  }
  return times
}

const calls = await timeOfCalls()
const callsAgainst = (name: string) =>
  ratio(calls.get('JSON by hand') ?? [], calls.get(name) ?? []).median

console.log(
  JSON.stringify({
    text: ratio(taken.text, taken.literal).median,
    string: ratio(taken.string, taken.literal).median,
    clean: ratio(taken.clean, taken.validateClean).median,
    all: ratio(taken.all, taken.validateAll).median,
    app: callsAgainst('createVoiceApp'),
    signed: callsAgainst('createVoiceApp, signed'),
    everyEvent: callsAgainst('createVoiceApp, signed, every event'),
  }),
)
