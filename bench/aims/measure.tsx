import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020'
import { check, render, renderToString } from 'ncco-jsx'
import { root } from '../../scripts/tools'
import { callOnce, cases } from '../calls/cases'
import { Flow } from '../render/flow'
import { literal } from '../render/literal'
import { shuffled, timeInRounds } from '../rounds'
import { ratio } from '../spread'

// One group of figures in the Node that runs this, printed as JSON. Groups have processes of their own, because an engine that has seen
// many kinds of objects makes slower code.

const rounds = 100
const groups: Readonly<Record<string, () => Promise<object>>> = {
  render: measureRender,
  check: measureCheck,
  calls: measureCalls,
}
const measure = groups[process.argv[2] ?? '']
assert(measure)
console.log(JSON.stringify(await measure()))

async function measureRender(): Promise<object> {
  const call = { from: '447700900001', attempt: 1 }
  assert.deepEqual(render(<Flow {...call} />), literal(call))
  const taken = await timeInRounds(
    {
      text: () => JSON.stringify(render(<Flow {...call} />)),
      string: () => renderToString(<Flow {...call} />),
      literal: () => JSON.stringify(literal(call)),
    },
    rounds,
  )
  return {
    text: ratio(taken.text, taken.literal).median,
    string: ratio(taken.string, taken.literal).median,
  }
}

async function measureCheck(): Promise<object> {
  const { clean, forSchema, judge } = await import('../check/corpus')
  const schema = JSON.parse(readFileSync(join(root, 'dist/ncco.schema.json'), 'utf8'))
  const validate = new Ajv2020({ allErrors: true }).compile(schema)
  const taken = await timeInRounds(
    {
      clean: judge(clean, check),
      validateClean: judge(clean, validate),
      all: judge(forSchema, check),
      validateAll: judge(forSchema, validate),
    },
    rounds,
  )
  return {
    clean: ratio(taken.clean, taken.validateClean).median,
    all: ratio(taken.all, taken.validateAll).median,
  }
}

/** Compares processor times, because a machine that does other things makes a second of any length. */
async function measureCalls(): Promise<object> {
  const times = new Map(cases.map(([name]) => [name, [] as number[]]))
  for (let round = 0; round <= 10; round++) {
    for (const [name, target, options] of shuffled(cases)) {
      const before = process.cpuUsage()
      for (let index = 0; index < 200; index++) await callOnce(target, options)
      const { user, system } = process.cpuUsage(before)
      // The first round warms up.
      if (round > 0) times.get(name)?.push(user + system)
    }
  }
  const byHand = times.get('JSON by hand') ?? []
  const against = (name: string) => ratio(byHand, times.get(name) ?? []).median
  return {
    app: against('createVoiceApp'),
    signed: against('createVoiceApp, signed'),
    everyEvent: against('createVoiceApp, signed, every event'),
  }
}
