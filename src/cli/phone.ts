import { createInterface } from 'node:readline/promises'
import { withoutTranscript } from './call-printer'
import { printable } from './printable'
import { doAct, type ScriptedCall } from './script'
import { readTyped } from './typed-line'

/** What a person in a call can do. */
export const actInstructions = `  2                    to press keys: 0 to 9, * and #
  Hello                to say something
  /hang up             to hang up
When the flow calls somebody, you are that phone too:
  /answer  /machine 8 (with a beep after 8 s)  /busy  /reject  /unavailable  /fail  /drop (hangs up)
All acts of a script do the same here, with a slash or without: press 2; leg 1 answer; wait 3`

/** How to use the phone, for its user. */
export const instructions = `You are the caller. Type, then press Enter:
                       nothing, to keep silent for 5 seconds
${actInstructions}`

/** Why a line does nothing in a call. */
export const refusals = {
  'no-leg': 'The flow has not called anybody yet.',
  'not-an-act': instructions,
} as const

/** Lets the user of the terminal be the caller, line by line, until the call or the input ends. Hangs up at the end. */
export async function runPhone(scripted: ScriptedCall): Promise<void> {
  const { call, platform, printer } = scripted
  if (call.ended) return
  // Only now, because lines that arrive while nothing reads them are lost.
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  const prompt = () => {
    lines.setPrompt(`${platform.now.toFixed(2).padStart(7)}  ${call.state} > `)
    lines.prompt()
  }
  prompt()
  for await (const line of lines) {
    const problem = await obey(line.trim(), scripted)
    if (problem) console.log(`\n${printable(problem)}\n`)
    if (call.ended) break
    prompt()
  }
  lines.close()
  if (!call.ended) await call.hangUp()
  printer.print(undefined)
}

/** Does what a line asks for. Returns why that cannot be done, if it cannot. */
async function obey(line: string, scripted: ScriptedCall): Promise<string | undefined> {
  const acts = readTyped(line, scripted.call, scripted.platform)
  if (typeof acts === 'string') return refusals[acts]
  for (const act of acts) {
    const problem = await doAct(act, scripted)
    if (problem) return withoutTranscript(problem)
  }
  return undefined
}
