import type { RecordedSpeech } from '../audio/recording'
import type { Conversation } from '../leg/conversation'
import type { SimulatedLeg } from '../leg/simulated-leg'
import type { CallInProgress } from './call-in-progress'
import { callOf } from './call-of-leg'

/** Calls that are over and are still listed. Older ones are forgotten, so that a platform that runs for long does not grow. */
const mostEnded = 1000

/** A leg, with the call that it is in. */
export interface FoundLeg {
  readonly call: CallInProgress
  readonly leg: SimulatedLeg
}

/** The calls of a platform, in the order in which they began. */
export class CallRegistry {
  readonly #calls = new Set<CallInProgress>()
  /** In the order in which they ended. */
  readonly #ended = new Set<CallInProgress>()

  get all(): readonly CallInProgress[] {
    return [...this.#calls]
  }

  /** All legs, in the order in which their calls began. */
  get legs(): readonly FoundLeg[] {
    const isOwn = ({ call, leg }: FoundLeg) => callOf(leg) === call
    return this.all
      .flatMap((call) => [call.leg, ...call.legs].map((leg) => ({ call, leg })))
      .filter(isOwn)
  }

  /** The leg of this uuid. */
  find(uuid: string): FoundLeg | undefined {
    for (const call of this.#calls) {
      if (call.leg.uuid === uuid) return { call, leg: call.leg }
      const leg = call.legs.find((one) => one.uuid === uuid && callOf(one) === call)
      if (leg) return { call, leg }
    }
    return undefined
  }

  /** The recording, or the saved audio of an input, of this uuid, with its call. */
  findAudio(uuid: string): RecordedSpeech | undefined {
    for (const { allRecordings, savedAudio } of this.#calls) {
      const found = [...allRecordings, ...savedAudio].find((one) => one.uuid === uuid)
      if (found) return found
    }
    return undefined
  }

  /** A call that has or had a leg in this conversation, so that it can tell of it. */
  inConversation(conversation: Conversation): CallInProgress | undefined {
    const { legs } = this
    return (
      legs.find(({ leg }) => leg.conversation === conversation) ??
      legs.find(({ call }) => call.home === conversation)
    )?.call
  }

  add(call: CallInProgress): void {
    this.#calls.add(call)
  }

  /** Notes that a call is over. */
  end(call: CallInProgress): void {
    this.#ended.add(call)
    if (this.#ended.size <= mostEnded) return
    const [oldest] = this.#ended
    if (!oldest) return
    this.#ended.delete(oldest)
    this.#calls.delete(oldest)
  }
}
