import { Queue } from '../queue'

type Deliver = () => Promise<void>

// In milliseconds. Longer than a quick app takes, so that its webhooks arrive in order; a slow one holds up nothing that is heard.
const patience = 100

/** The webhooks of one call under a real clock. They go out in order; each waits for the one before it, but not for long. */
export class Lane {
  readonly #deliveries = new Queue<Deliver>()
  readonly #start: (deliver: Deliver) => Promise<void>
  readonly #onEmpty: () => void

  /**
   * @param start starts a delivery, and must not reject
   * @param onEmpty called when the last delivery has ended, or is waited for no longer
   */
  constructor(start: (deliver: Deliver) => Promise<void>, onEmpty: () => void) {
    this.#start = start
    this.#onEmpty = onEmpty
  }

  add(deliver: Deliver): void {
    this.#deliveries.add(deliver)
  }

  async run(): Promise<void> {
    for (let next = this.#deliveries.take(); next; next = this.#deliveries.take()) {
      await orPatience(this.#start(next))
    }
    this.#onEmpty()
  }
}

async function orPatience(done: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const isEnough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience)
  })
  await Promise.race([done, isEnough])
  clearTimeout(timer)
}
