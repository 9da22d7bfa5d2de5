import { createInterface } from 'node:readline/promises'
import { parseScript, SimulatorError } from 'ncco-jsx/simulate'
import { printableLine } from './printable'
import { doAct, hangUp, type ScriptedCall } from './script'

/** Does what each line of the standard input asks for, in the words of a script, until the call or the input ends. */
export async function runStepwise(scripted: ScriptedCall): Promise<void> {
  const { call } = scripted
  if (call.ended) return
  const lines = createInterface({ input: process.stdin })
  for await (const line of lines) {
    await doLine(line, scripted)
    if (call.ended) break
  }
  lines.close()
  await hangUp(scripted)
}

async function doLine(line: string, scripted: ScriptedCall): Promise<void> {
  try {
    for (const act of parseScript(line)) {
      if (await doAct(act, scripted)) return
    }
  } catch (error) {
    if (!(error instanceof SimulatorError)) throw error
    const { code, message } = error
    process.stdout.write(printableLine({ act: line, problem: { code, message } }))
  }
}
