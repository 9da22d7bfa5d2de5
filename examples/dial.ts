import { createInterface } from 'node:readline/promises'
import { type Call, createPlatform, dial, type Leg, SimulatorError } from 'ncco-jsx/simulate'

const url = process.argv[2] ?? `http://localhost:${process.env.PORT ?? 3000}/answer`

const help = `You are the caller. Type, then press Enter:
  2            to press keys: 0 to 9, * and #
  Hello        to say something
               nothing, to keep silent for 5 seconds
  /hangup      to hang up
When the flow calls somebody, you are that phone too:
  /answer  /machine (answers)  /busy  /reject  /drop (hangs up)`
const legActs: Readonly<Record<string, (leg: Leg) => Promise<void>>> = {
  '/answer': (leg) => leg.answer(),
  '/machine': (leg) => leg.answer({ as: 'machine' }),
  '/busy': (leg) => leg.busy(),
  '/reject': (leg) => leg.reject(),
  '/drop': (leg) => (leg.endpoint.type === 'websocket' ? leg.disconnect() : leg.hangUp()),
}

console.log(`Dialling ${url}\n\n${help}\n`)
const platform = createPlatform()
const call = await dial(url, { platform }).catch(giveUp)
let shown = show(call, 0)
if (call.ended?.reason === 'no-ncco') console.log('\nIs the server running? npm start')
// Only now, because lines that arrive while nothing reads them are lost.
const lines = createInterface({ input: process.stdin, output: process.stdout })
if (call.ended) lines.close()
else prompt()
for await (const line of lines) {
  const act = actOf(call, line.trim())
  const problem = typeof act === 'string' ? act : await act().catch(problemOf)
  shown = show(call, shown)
  if (problem) console.log(`\n${problem}\n`)
  if (call.ended) break
  prompt()
}
lines.close()
if (!call.ended) await call.hangUp()
show(call, shown)

/** What a line asks for; or, as a text, why that cannot be done. */
function actOf(call: Call, line: string): string | (() => Promise<void>) {
  if (line === '') return () => call.wait(5)
  if (/^[\d*#]+$/.test(line)) return () => call.press(line)
  if (!line.startsWith('/')) return () => call.say(line)
  if (line === '/hangup') return () => call.hangUp()
  const does = legActs[line]
  if (!does) return help
  const leg = call.legs.at(-1)
  return leg ? () => does(leg) : 'The flow has called nobody yet.'
}

/** Shows the time, and what the call is doing. */
function prompt(): void {
  lines.setPrompt(`${platform.now.toFixed(2).padStart(7)}  ${call.state} > `)
  lines.prompt()
}

/** What went wrong, without the transcript, which is on the screen already. */
function problemOf(error: unknown): string | undefined {
  if (!(error instanceof SimulatorError)) throw error
  return error.message.split('\n\n')[0]
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
