import { clearLine, createInterface, cursorTo, type Interface } from 'node:readline'
import {
  type Call,
  type CallAct,
  type DialOptions,
  type Platform,
  performAct,
  SimulatorError,
} from 'ncco-jsx/simulate'
import type { CallLog } from './call-log'
import { withoutTranscript } from './call-printer'
import { actInstructions, refusals } from './phone'
import { audioInstructions, useAudio } from './phone-audio'
import { printable } from './printable'
import type { Dial } from './simulator-calls'
import { readTyped } from './typed-line'

/** How to use the phones, for their user. */
export const instructions = `Type, then press Enter:
  /dial 447700900001   to call the app, from this number if there is one
  /call 2              to be in call #2; a new call is yours at once
${actInstructions}
${audioInstructions}`

/** Makes phones of the terminal: its user calls the app, and is everyone whom the app calls. */
export class PlatformPhone {
  readonly #platform: Platform
  readonly #dial: Dial
  readonly #log: CallLog
  readonly #lines: Interface
  /** Otherwise lines are piped in, and each waits until the call waits for someone. */
  readonly #isTerminal = process.stdin.isTTY === true
  #chosen: number | undefined
  /** The last line that was typed. The next one waits for it. */
  #last: Promise<void> = Promise.resolve()

  constructor(platform: Platform, dial: Dial, log: CallLog) {
    this.#platform = platform
    this.#dial = dial
    this.#log = log
    this.#lines = createInterface({ input: process.stdin, output: process.stdout })
    this.#lines.on('line', (line) => {
      this.#last = this.#last.then(() => this.#obey(line.trim()))
    })
  }

  /** Calls back at Ctrl-C, which is no signal while a terminal reads lines. */
  onInterrupt(act: () => void): void {
    this.#lines.on('SIGINT', act)
  }

  /** Prints above the line that is being typed. */
  print(text: string): void {
    if (!this.#isTerminal) return console.log(text)
    clearLine(process.stdout, 0)
    cursorTo(process.stdout, 0)
    console.log(text)
    this.#prompt()
  }

  close(): void {
    this.#lines.close()
  }

  #prompt(): void {
    const call = this.#log.find(this.#chosen)
    this.#lines.setPrompt(call ? `#${this.#log.numberOf(call)} ${call.state} > ` : '> ')
    this.#lines.prompt(true)
  }

  async #obey(line: string): Promise<void> {
    const problem = line === '' ? undefined : await this.#act(line)
    this.#log.update()
    if (problem !== undefined) this.print(printable(problem))
    else if (this.#isTerminal) this.#prompt()
  }

  /** Does what a line asks for. Returns why that cannot be done, if it cannot. */
  async #act(line: string): Promise<string | undefined> {
    const [, number] = /^\/call\s+#?(\d+)$/.exec(line) ?? []
    if (number !== undefined) {
      this.#chosen = Number(number)
      return this.#log.find(this.#chosen) ? undefined : `There is no call #${number}.`
    }
    const [isDial, from] = /^\/dial(?:\s+(\S+))?$/.exec(line) ?? []
    if (isDial !== undefined) return this.#call(from === undefined ? {} : { from })
    this.#log.update()
    const call = this.#log.find(this.#chosen)
    if (!call) return `There is no call yet.\n${instructions}`
    const audio = await useAudio(call, line)
    const problem = audio === null ? await this.#perform(line, call) : audio
    await this.#settle(call)
    return problem
  }

  async #perform(line: string, call: Call): Promise<string | undefined> {
    const acts = readTyped(line, call, this.#platform)
    if (acts === 'not-an-act') return instructions
    if (acts === 'no-leg') return refusals[acts]
    for (const act of acts) {
      const problem = await this.#doAct(act, call)
      if (problem !== undefined) return problem
    }
    return undefined
  }

  async #doAct(act: CallAct, call: Call): Promise<string | undefined> {
    if (act.kind === 'fault') return 'No webhook fails here. `ncco-jsx dial` lets them fail.'
    if (act.kind === 'caller') return this.#call({ from: act.from })
    return orWhyNot(() => performAct(atOnce(act), call, this.#platform))
  }

  async #call(options: DialOptions): Promise<string | undefined> {
    this.#chosen = undefined
    return orWhyNot(async () => this.#settle(await this.#dial(options)))
  }

  async #settle(call: Call): Promise<void> {
    if (!this.#isTerminal && !call.ended) await call.wait()
  }
}

/** People act at once, also while the call does not wait for them. */
function atOnce(act: CallAct): CallAct {
  return act.kind === 'press' ||
    act.kind === 'say' ||
    act.kind === 'hang-up' ||
    act.kind === 'leg' ||
    act.kind === 'call'
    ? { after: 0, ...act }
    : act
}

/** Returns why the simulator refuses something, if it does. */
async function orWhyNot(act: () => Promise<void>): Promise<string | undefined> {
  try {
    await act()
    return undefined
  } catch (error) {
    if (!(error instanceof SimulatorError)) throw error
    return withoutTranscript(error)
  }
}
