import {
  type Call,
  type CallAct,
  type Platform,
  performAct,
  SimulatorError,
} from 'ncco-jsx/simulate'
import { type CallPrinter, withoutTranscript } from './call-printer'
import type { FaultSetter } from './fault-setter'

/** What acts are done in. */
export interface ScriptedCall {
  readonly call: Call
  readonly platform: Platform
  readonly faults: FaultSetter
  readonly printer: CallPrinter
  /** Another person calls the app. */
  readonly dialFrom: (from: string) => Promise<unknown>
}

/** Does acts, one after another, and hangs up at the end. Returns why an act was not done, which ends the script. */
export async function runScript(
  acts: readonly CallAct[],
  scripted: ScriptedCall,
): Promise<string | undefined> {
  for (const act of acts) {
    const problem = await doAct(act, scripted)
    if (problem) {
      await hangUp(scripted)
      return withoutTranscript(problem)
    }
  }
  await hangUp(scripted)
  return undefined
}

/** Does an act and prints what it did. Returns why it was not done, if it was not. */
export async function doAct(
  act: CallAct,
  { call, platform, faults, printer, dialFrom }: ScriptedCall,
): Promise<SimulatorError | undefined> {
  try {
    if (act.kind === 'fault') faults.set(act.fault)
    await performAct(act, call, platform)
    if (act.kind === 'caller') await dialFrom(act.from)
    printer.print(act)
    return undefined
  } catch (error) {
    if (!(error instanceof SimulatorError)) throw error
    printer.print(act, error)
    return error
  }
}

/** Hangs up when the call waits for someone, unless it is over before. */
export async function hangUp({ call, platform, printer }: ScriptedCall): Promise<void> {
  if (call.ended) return
  while (!call.isWaiting && !call.ended && platform.next !== undefined) {
    await platform.wait(platform.next - platform.now)
  }
  if (call.ended) return printer.print({ kind: 'silence' })
  await call.hangUp()
  // The last events of a call whose time passes only in its acts.
  await platform.wait(5)
  printer.print({ kind: 'hang-up' })
}
