import { createInterface } from 'node:readline/promises'
import { type Call, type Leg, SimulatorError } from 'ncco-jsx/simulate'
import { withoutTranscript } from './call-printer'
import { printable } from './printable'
import type { ScriptedCall } from './script'

const legInstructions = `When the flow calls somebody, you are that phone too:
  /answer  /machine (answers)  /busy  /reject  /drop (hangs up)`

/** How to use the phone, for its user. */
export const instructions = `You are the caller. Type, then press Enter:
  2            to press keys: 0 to 9, * and #
  Hello        to say something
               nothing, to keep silent for 5 seconds
  /hangup      to hang up
${legInstructions}`

/** What a person in a call can do. */
export const actInstructions = `  2                    to press keys: 0 to 9, * and #
  Hello                to say something
  /hangup              to hang up
${legInstructions}`

const legActs: Readonly<Record<string, (leg: Leg) => Promise<void>>> = {
  '/answer': (leg) => leg.answer(),
  '/machine': (leg) => leg.answer({ as: 'machine' }),
  '/busy': (leg) => leg.busy(),
  '/reject': (leg) => leg.reject(),
  '/drop': (leg) => (leg.endpoint.type === 'websocket' ? leg.disconnect() : leg.hangUp()),
}

/** Lets the user of the terminal be the caller, line by line, until the call or the input ends. Hangs up at the end. */
export async function runPhone({ call, platform, printer }: ScriptedCall): Promise<void> {
  if (call.ended) return
  // Only now, because lines that arrive while nothing reads them are lost.
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  const prompt = () => {
    lines.setPrompt(`${platform.now.toFixed(2).padStart(7)}  ${call.state} > `)
    lines.prompt()
  }
  prompt()
  for await (const line of lines) {
    const problem = await obey(call, line.trim())
    printer.print(undefined)
    if (problem) console.log(`\n${printable(problem)}\n`)
    if (call.ended) break
    prompt()
  }
  lines.close()
  if (!call.ended) await call.hangUp()
  printer.print(undefined)
}

/** Does what a line asks for. Returns why that cannot be done, if it cannot. */
export async function obey(call: Call, line: string): Promise<string | undefined> {
  try {
    return await act(call, line)
  } catch (error) {
    if (!(error instanceof SimulatorError)) throw error
    return withoutTranscript(error)
  }
}

async function act(call: Call, line: string): Promise<string | undefined> {
  if (line === '') await call.wait(5)
  else if (/^[\d*#]+$/.test(line)) await call.press(line)
  else if (!line.startsWith('/')) await call.say(line)
  else if (line === '/hangup') await call.hangUp()
  else {
    const legAct = legActs[line]
    if (!legAct) return instructions
    // The callee of an outbound call is the person, until they have answered.
    const leg = call.leg.status === 'ringing' ? call.leg : call.legs.at(-1)
    if (!leg) return 'The flow has not called anybody yet.'
    await legAct(leg)
  }
  return undefined
}
