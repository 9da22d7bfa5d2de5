import { type Call, type CallTrace, traceCall } from 'ncco-jsx/simulate'
import { afterEach } from 'vitest'

// `dial` and `callOut` put each call in here.
const calls: Call[] = []
Object.assign(globalThis, { [Symbol.for('ncco-jsx.calls')]: calls })

afterEach(({ task }) => {
  const meta = task.meta as { nccoCalls?: readonly CallTrace[] }
  // A test that is tried again has those of each attempt.
  meta.nccoCalls = [...(meta.nccoCalls ?? []), ...calls.splice(0).map(traceCall)]
})
