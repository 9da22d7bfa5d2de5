import type { JsonObject } from '../../element/json'
import type { DtmfResult, SpeechResult } from '../../serve/webhooks'
import type { Activity, Begin, Flow } from '../call/activity'
import { type Target, targetOf } from '../delivery/target'
import { inputFields } from '../delivery/webhook-fields'
import type { Utterance } from '../leg/listener'
import { objectOf, textOf, textsOf } from './action-options'
import { KeyCollector } from './keys'
import { SpeechListener } from './speech'

/** Collects keys, speech or both, then asks the event URL for the next NCCO. */
export const beginInput: Begin = (options, flow) => {
  const { call, leg } = flow
  flow.isInterruptible = false
  const target = targetOf(options, call.eventTarget)
  const types = typesOf(options)
  call.logAction(leg, 'input', `listens for ${types.map((type) => names[type]).join(' and ')}`)
  if (textOf(options, 'mode') === 'asynchronous') {
    sendEachKey(flow, target)
    return undefined
  }
  const { clock } = call.platform
  const keys = types.includes('dtmf') ? new KeyCollector(clock, dtmfOf(options)) : undefined
  const speech = types.includes('speech')
    ? new SpeechListener(clock, objectOf(options, 'speech') ?? {}, call.platform)
    : undefined
  return new Listening(flow, target, keys, speech)
}

/** The types of an input. The form of before July 2021 has none. */
export function typesOf(options: JsonObject): string[] {
  const types = textsOf(options, 'type') ?? []
  if (types.length > 0) return types
  return 'speech' in options && !('dtmf' in options) ? ['speech'] : ['dtmf']
}

/** The settings for keys. The form of before July 2021 has them on the action. */
export function dtmfOf(options: JsonObject): JsonObject {
  const { maxDigits, timeOut, submitOnHash } = options
  const old = { maxDigits, timeOut, submitOnHash }
  return { ...old, ...objectOf(options, 'dtmf') } as JsonObject
}

// Captured webhooks hold both halves, whichever the input takes.
const noKeys: DtmfResult = { digits: null, timed_out: false }
const noSpeech: SpeechResult = { results: [] }

const names: Readonly<Record<string, string>> = { dtmf: 'keys', speech: 'speech' }

/** In asynchronous mode each key is a webhook of its own for the rest of the flow. Answers are ignored. */
function sendEachKey(flow: Flow, target: Target): void {
  const { call, leg } = flow
  leg.keyListener = (key) => {
    const result = { dtmf: { digits: key, timed_out: false }, speech: noSpeech }
    // Before the interruption, because the call may end with the prompt.
    const to = leg.keyTarget ?? target
    call.send({ kind: 'input', ...to, fields: inputFields(call, leg, result) })
    leg.player.interrupt()
  }
}

/** An input that holds the flow until keys, speech or silence have decided it. */
class Listening implements Activity {
  readonly #flow: Flow
  readonly #target: Target
  readonly #keys: KeyCollector | undefined
  readonly #speech: SpeechListener | undefined
  #isAsking = false
  #isOver = false

  constructor(
    flow: Flow,
    target: Target,
    keys: KeyCollector | undefined,
    speech: SpeechListener | undefined,
  ) {
    this.#flow = flow
    this.#target = target
    this.#keys = keys
    this.#speech = speech
    // The timeout begins when the prompt ends.
    flow.leg.player.whenSilent(() => this.#awaitSilence())
  }

  get state() {
    return this.#isAsking ? 'asking' : 'listening'
  }

  get doing(): string {
    if (this.#isAsking) return 'waits for the answer to an input webhook'
    if (this.#keys?.hasBegun) return 'collects keys'
    return `listens for ${[this.#keys && 'keys', this.#speech && 'speech'].filter(Boolean).join(' and ')}`
  }

  get isWaiting(): boolean {
    return !this.#isAsking && !this.#speech?.isHearing && !this.#flow.leg.player.hasMoreToSay
  }

  press(key: string): boolean {
    if (this.#isAsking) return false
    // Keys and speech both interrupt a prompt, whichever the input takes.
    if (!this.#keys) return this.#flow.leg.player.interrupt()
    this.#speech?.withdraw()
    this.#keys.press(key, () => this.#decide())
    this.#flow.leg.player.interrupt()
    return true
  }

  hear(utterance: Utterance): boolean {
    if (this.#isAsking || this.#keys?.hasBegun) return false
    if (!this.#speech) return this.#flow.leg.player.interrupt()
    this.#keys?.withdraw()
    this.#speech.hear(utterance, () => this.#decide())
    this.#flow.leg.player.interrupt()
    return true
  }

  stop(): void {
    this.#isOver = true
    this.#keys?.stop()
    this.#speech?.stop()
  }

  /** Without a key or a word the input ends when both timeouts have ended. */
  #awaitSilence(): void {
    if (this.#isOver || this.#keys?.hasBegun || this.#speech?.isHearing) return
    let waits = 0
    const giveUp = () => {
      if (--waits === 0) this.#decide()
    }
    for (const part of [this.#keys, this.#speech]) {
      if (!part) continue
      waits++
      part.awaitSilence(giveUp)
    }
  }

  #decide(): void {
    if (this.#isOver) return
    this.stop()
    this.#isAsking = true
    const { call, leg } = this.#flow
    const saved = this.#speech?.savedAudio
    if (saved) call.savedAudio.push(saved)
    const result = {
      dtmf: this.#keys?.result ?? noKeys,
      speech: this.#speech?.result ?? noSpeech,
    }
    call.ask({ kind: 'input', ...this.#target, fields: inputFields(call, leg, result) }, (result) =>
      this.#flow.take(result, this),
    )
  }
}
