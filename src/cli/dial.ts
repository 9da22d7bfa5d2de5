import { type CallAct, createPlatform, dial, parseScript, SimulatorError } from 'ncco-jsx/simulate'
import { printSteps, printTranscript, withoutTranscript } from './call-printer'
import { faultSetter } from './fault-setter'
import { instructions, runPhone } from './phone'
import { printable } from './printable'
import { runScript } from './script'
import { readSigningSecret } from './signing-secret'
import { runStepwise } from './stepwise'
import { loadTarget } from './target'
import { writeErrorsOnce } from './write-errors-once'

/** The options of the command `dial`. */
export interface DialFlags {
  readonly from?: string
  readonly to?: string
  /** In ISO 8601. */
  readonly now?: string
  readonly export?: string
  readonly method?: 'GET' | 'POST'
  readonly eventUrl?: string
  readonly sign?: boolean
  readonly script?: string
  readonly json?: true
}

/**
 * Dials a URL or a module, and makes a phone of the terminal, or does a script. Returns why there was no call, or why an act of the script
 * was not done.
 */
export async function dialFromTerminal(
  named: string,
  { method, sign, script, json, now, export: exported, ...options }: DialFlags,
): Promise<string | undefined> {
  const signing = readSigningSecret(sign)
  if ('problem' in signing) return signing.problem
  // The lines of JSON must be all that is printed there, whatever the app prints.
  if (json) console.log = console.error
  writeErrorsOnce()
  try {
    const acts = script === undefined ? undefined : parseScript(script)
    const target = await loadTarget(named, exported)
    if ('problem' in target) return target.problem
    const at = now === undefined ? '' : ` at ${now}`
    if (!json) console.log(`Dialling ${printable(named)}${at}\n`)
    if (!json && !acts) console.log(`${instructions}\n`)
    const platform = createPlatform({ startsAt: now })
    const faults = faultSetter()
    const [before, after] = splitAtDial(acts ?? [])
    for (const act of before) if (act.kind === 'fault') faults.set(act.fault)
    const { secret } = signing
    const dialOptions = {
      ...options,
      ...(method && { answerMethod: method }),
      ...(secret && { signature: { secret } }),
      // Only then can an act interrupt.
      ...(after.some((act) => 'after' in act) && { pace: 'manual' as const }),
      faults: () => faults.take(),
      platform,
    }
    const call = await dial(target.value, dialOptions)
    const dialFrom = (from: string) => dial(target.value, { ...dialOptions, from })
    const write = (line: string) => void process.stdout.write(line)
    const printer = json ? printSteps(call, platform, write) : printTranscript(platform)
    const scripted = { call, platform, faults, printer, dialFrom }
    printer.print(undefined)
    if (call.ended?.reason === 'no-ncco') {
      const isServer = typeof target.value === 'string'
      const remedy = isServer
        ? 'The transcript says why; if nothing answers there, start the server first.'
        : 'Mend what is said above, and dial again.'
      return `There is no NCCO from ${named}. ${remedy}`
    }
    if (acts) return await runScript(after, scripted)
    await (json ? runStepwise(scripted) : runPhone(scripted))
    return undefined
  } catch (error) {
    if (!(error instanceof SimulatorError)) throw error
    return error.code === 'not-an-act' ? withoutTranscript(error) : error.message
  }
}

/** Acts before the call, which can only be faults, and those in it. */
function splitAtDial(acts: readonly CallAct[]): readonly [before: CallAct[], after: CallAct[]] {
  const place = acts.findIndex(({ kind }) => kind === 'dial')
  return [acts.slice(0, Math.max(place, 0)), acts.slice(place + 1)]
}
