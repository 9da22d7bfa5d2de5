import type { TimedCall } from './timed-call'

/** A script that waits for real. */
interface Wait {
  /** Absent if it waits for no call. */
  readonly call: TimedCall | undefined
  isOver(): boolean
  resolve(): void
  reject(error: unknown): void
}

/** The scripts that wait for real. */
export class Waits {
  readonly #waits = new Set<Wait>()

  /** Waits until it is over, which is looked at after everything that happens. */
  until(isOver: () => boolean, call?: TimedCall): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waits.add({ call, isOver, resolve, reject })
    })
  }

  /** Resumes the scripts whose wait is over. Returns whether there was one. */
  resume(): boolean {
    let isAny = false
    for (const wait of this.#waits) {
      if (!wait.isOver()) continue
      this.#waits.delete(wait)
      wait.resolve()
      isAny = true
    }
    return isAny
  }

  /** Rejects the waits for this call, or those for none. Returns whether there was one. */
  reject(error: unknown, call: TimedCall | undefined): boolean {
    const rejected = [...this.#waits].filter((wait) => wait.call === call)
    for (const wait of rejected) {
      this.#waits.delete(wait)
      wait.reject(error)
    }
    return rejected.length > 0
  }
}
