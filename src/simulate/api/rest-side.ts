import type { CallInProgress } from '../call/call-in-progress'
import type { CallRegistry } from '../call/call-registry'
import type { Application } from '../delivery/application'
import type { SimulatedPlatform } from '../platform'
import { type RestApplicationOptions, toRestApplication } from './rest-application'

/** The parts of a platform that requests change, and the settings of its REST side. */
export class RestSide {
  readonly platform: SimulatedPlatform
  readonly calls: CallRegistry
  readonly settings: RestApplicationOptions
  /** Whether a call can be changed in its first seconds. */
  readonly acceptsEarly: boolean
  readonly #made = new WeakSet<CallInProgress>()
  #application: Promise<Application> | undefined
  /** Those who wait for a call, and look at each new one. */
  readonly #waiting = new Set<() => void>()

  constructor(
    platform: SimulatedPlatform,
    calls: CallRegistry,
    settings: RestApplicationOptions,
    acceptsEarly: boolean,
  ) {
    this.platform = platform
    this.calls = calls
    this.settings = settings
    this.acceptsEarly = acceptsEarly
  }

  /** The application, as webhooks need it. */
  application(): Promise<Application> {
    this.#application ??= toRestApplication(this.settings, () => this.platform.time)
    return this.#application
  }

  /** Notes that the application made a call. */
  noteMade(call: CallInProgress): void {
    this.#made.add(call)
    for (const look of [...this.#waiting]) look()
  }

  /** Calls that the application made to this number, user, URI or extension. */
  madeTo(address: string): CallInProgress[] {
    return this.calls.all.filter(
      (call) => this.#made.has(call) && call.leg.description.to === address,
    )
  }

  /** Waits until the application has made a call to this address, or until a time is over, in seconds of real time. */
  untilMade(address: string, seconds: number): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (this.madeTo(address).length === 0) return
        clearTimeout(timer)
        this.#waiting.delete(look)
        resolve()
      }
      const timer = setTimeout(() => {
        this.#waiting.delete(look)
        resolve()
      }, seconds * 1000)
      this.#waiting.add(look)
      look()
    })
  }
}
