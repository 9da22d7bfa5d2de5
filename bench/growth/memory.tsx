import { render } from 'ncco-jsx'
import { LongFlow, longLiteral } from './flows'

// Measures, in a process of its own, the memory of one flow: kept while the NCCO is held, and at most while it is made.
const [maker, count] = process.argv.slice(2)
const make = (actions: number) =>
  maker === 'literal' ? longLiteral(actions) : render(<LongFlow actions={actions} />)

// Once small, so that what the engine needs for the code itself is not counted.
make(10)
global.gc?.()
const before = process.memoryUsage()
const peakBefore = process.resourceUsage().maxRSS
const ncco = make(Number(count))
const peak = process.resourceUsage().maxRSS
global.gc?.()
const kept = process.memoryUsage().heapUsed - before.heapUsed
console.log(JSON.stringify({ actions: ncco.length, kept, peak: (peak - peakBefore) * 1024 }))
