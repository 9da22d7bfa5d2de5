import { createInterface } from 'node:readline/promises'
import { type Call, dial, type Leg, SimulatorError } from 'ncco-jsx/simulate'

const url = process.argv[2] ?? `http://localhost:${process.env.PORT ?? 3000}/answer`

const help = `Keys are pressed, words are said, and nothing is silence for 5 seconds. Besides:
  /answer  /machine  /busy  /reject  /drop   what the leg does that was called last
  /hang up                                   ends the call`

const legActs: Readonly<Record<string, (leg: Leg) => Promise<void>>> = {
  '/answer': (leg) => leg.answer(),
  '/machine': (leg) => leg.answer({ as: 'machine' }),
  '/busy': (leg) => leg.busy(),
  '/reject': (leg) => leg.reject(),
  '/drop': (leg) => (leg.endpoint.type === 'websocket' ? leg.disconnect() : leg.hangUp()),
}

console.log(`Dialling ${url}\n\n${help}\n`)
const call = await dial(url).catch(giveUp)
let shown = show(call, 0)
// Only now, because lines that arrive while nothing reads them are lost.
const lines = createInterface({ input: process.stdin, output: process.stdout })
lines.setPrompt('> ')
if (call.ended) lines.close()
else lines.prompt()
for await (const line of lines) {
  try {
    await act(call, line.trim())
  } catch (error) {
    if (!(error instanceof SimulatorError)) throw error
    // The transcript that follows is on the screen already.
    console.log(error.message.split('\n\n')[0])
  }
  shown = show(call, shown)
  if (call.ended) break
  lines.prompt()
}
lines.close()
if (!call.ended) await call.hangUp()
show(call, shown)

function act(call: Call, line: string): Promise<void> {
  if (line === '') return call.wait(5)
  if (/^[\d*#]+$/.test(line)) return call.press(line)
  if (!line.startsWith('/')) return call.say(line)
  if (line === '/hang up') return call.hangUp()
  const leg = call.legs.at(-1)
  const does = leg && legActs[line]
  if (does) return does(leg)
  console.log(leg ? help : 'No leg was called.')
  return Promise.resolve()
}

/** Says what is wrong with the URL, without a stack. */
function giveUp(error: unknown): never {
  if (!(error instanceof SimulatorError)) throw error
  console.error(error.message)
  process.exit(1)
}

/** Prints what is new in the transcript, and gives how far it was printed. */
function show(call: Call, from: number): number {
  const transcript = call.transcript()
  const fresh = transcript.slice(from).replace(/^\n/, '')
  if (fresh !== '') console.log(fresh)
  return transcript.length
}
