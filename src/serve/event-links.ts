/**
 * Remembers which paths stand in the `eventUrl` of a synchronous `<Connect>`, to warn of answers that nobody reads. The webhook does not
 * say whether its connect is synchronous.
 */
export class EventLinks {
  readonly #isSynchronous = new Map<string, boolean>()

  /** A flow has the path in the `eventUrl` of a connect. */
  add(path: string, isSynchronous: boolean): void {
    this.#isSynchronous.set(path, isSynchronous || this.isRead(path) === true)
  }

  /** Whether Vonage reads an NCCO that answers a failed connect at this path; `undefined` if no flow of this process has it. */
  isRead(path: string): boolean | undefined {
    return this.#isSynchronous.get(path)
  }
}
