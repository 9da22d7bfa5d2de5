import { isJsonObject, type JsonObject } from '../../element/json'
import { numberOf, textOf } from '../actions/action-options'
import type { CallHost } from '../call/call-host'
import type { ScheduledAct } from '../clock'
import type { WebhookResult } from '../delivery/answer'
import type { Target } from '../delivery/target'
import { detectionFields } from '../delivery/webhook-fields'
import type { AnswerOptions } from './leg'
import type { SimulatedLeg } from './simulated-leg'

interface DetectionOptions {
  /** The destination of its verdicts. */
  readonly events: Target
  /** The leg may be joined. */
  onReady(): void
  /** A machine answered, and `behavior` is `hangup`. */
  onHangUp(): void
  /** A verdict was answered with an NCCO, or with nothing. */
  onResult(result: WebhookResult): void
}

// The time that the platform listens before its verdict; undocumented.
const verdictSeconds = 3
const defaultBeepTimeout = 45
const defaultBeep = 5

/** Detects whether a human or a machine answered, if the NCCO asks for it. */
export class Detection {
  readonly #call: CallHost
  readonly #leg: SimulatedLeg
  readonly #options: DetectionOptions
  /** The reaction to a machine; `undefined` without detection. */
  readonly #behavior: 'continue' | 'hangup' | undefined
  /** The time at which the leg is joined: at once (`default`), after the verdict, or after the beep. */
  readonly #mode: string
  readonly #isAdvanced: boolean
  readonly #beepTimeout: number
  readonly #timers = new Set<ScheduledAct>()

  constructor(call: CallHost, leg: SimulatedLeg, detection: JsonObject, options: DetectionOptions) {
    this.#call = call
    this.#leg = leg
    this.#options = options
    const { advancedMachineDetection: advanced } = detection
    this.#isAdvanced = isJsonObject(advanced)
    const settings = isJsonObject(advanced) ? advanced : {}
    const behavior = this.#isAdvanced
      ? textOf(settings, 'behavior')
      : textOf(detection, 'machineDetection')
    this.#behavior = behavior === 'continue' || behavior === 'hangup' ? behavior : undefined
    // The simple detection holds nothing up.
    this.#mode = this.#isAdvanced ? (textOf(settings, 'mode') ?? 'detect') : 'default'
    this.#beepTimeout = numberOf(settings, 'beep_timeout') ?? defaultBeepTimeout
  }

  /** Whether it has not ended. */
  get isRunning(): boolean {
    return this.#timers.size > 0
  }

  start({ as = 'human', beep = defaultBeep }: AnswerOptions): void {
    if (this.#behavior === undefined) return this.#options.onReady()
    this.#after(verdictSeconds, () => this.#decide(as, beep))
    if (this.#mode === 'default') this.#options.onReady()
  }

  stop(): void {
    for (const timer of this.#timers) timer.cancel()
    this.#timers.clear()
  }

  #decide(as: 'human' | 'machine', beep: number | false): void {
    const isMachine = as === 'machine'
    if (isMachine && this.#behavior === 'hangup') {
      this.#announce('machine')
      this.#options.onHangUp()
      return
    }
    // The simple detection is documented to send an event only for a machine.
    if (isMachine || this.#isAdvanced) this.#announce(as)
    const awaitsBeep = isMachine && this.#isAdvanced && this.#mode !== 'detect'
    if (awaitsBeep) this.#awaitBeep(beep)
    if (this.#mode === 'detect' || (this.#mode === 'detect_beep' && !awaitsBeep)) {
      this.#options.onReady()
    }
  }

  #awaitBeep(beep: number | false): void {
    const isHeard = beep !== false && beep <= this.#beepTimeout
    const end = isHeard ? beep : this.#beepTimeout
    this.#after(Math.max(0, end - verdictSeconds), () => {
      this.#announce('machine', isHeard ? 'beep_start' : 'beep_timeout')
      if (this.#mode === 'detect_beep') this.#options.onReady()
    })
  }

  #announce(status: 'human' | 'machine', beep?: 'beep_start' | 'beep_timeout'): void {
    const { events, onResult } = this.#options
    const leg = this.#leg.name
    this.#leg.isMachine = status === 'machine'
    this.#call.log({ type: 'leg', leg, status, ...(beep && { detail: beep }) })
    const fields = detectionFields(this.#call, this.#leg, status, beep)
    const webhook = { kind: 'event', status, ...events, fields } as const
    // A machine that is hung up on has nothing left to run.
    const goesOn = status === 'human' || this.#behavior === 'continue'
    const takesNcco = this.#isAdvanced && this.#mode === 'default' && goesOn
    if (takesNcco) this.#call.ask(webhook, onResult)
    else this.#call.send(webhook)
  }

  #after(seconds: number, act: () => void): void {
    const timer = this.#call.platform.clock.after(seconds, () => {
      this.#timers.delete(timer)
      act()
    })
    this.#timers.add(timer)
  }
}
