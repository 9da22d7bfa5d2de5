import { watchFailures, watchRenders } from 'ncco-jsx'
import { failuresOf, type RenderFailure } from '../../../src/child/failures'
import type { Ask } from '../../../src/child/messages'
import { type Moment, replacePresent } from '../../../src/child/present'
import { type PlacedNcco, placesOf, respond } from '../../../src/child/respond'
import type { Handler } from '../../../src/child/served'
import { type Finding, ofError } from '../finding'
import { flowFile } from '../flow-file'
import { printConsole } from './console'
import { type Factory, loadFlow } from './load-flow'
import type { LoadCode, PageSays, WorkerSays } from './messages'

/** Milliseconds that a flow has for its first answer, before a reader can call it anyway. */
const probeTime = 1000

/** How many NCCOs are kept to tell the places of their actions. */
const mostRendered = 20

/** Runs one flow in a worker. */
export class AppRunner {
  readonly #port: MessagePort
  #handler: Handler | undefined
  #moment: Moment = { time: Date.now(), since: performance.now() }
  #rendered: readonly PlacedNcco[] = []
  /** Of each request that is being answered: why a render ended meanwhile. */
  readonly #errors = new Set<RenderFailure[]>()

  constructor(port: MessagePort) {
    this.#port = port
    port.onmessage = ({ data }: MessageEvent<PageSays>) => this.#take(data)
    replacePresent(() => this.#moment)
    printConsole((stream, text) => this.#tell({ type: 'log', stream, text }))
    watchRenders((rendered) => {
      this.#rendered = [rendered, ...this.#rendered].slice(0, mostRendered)
    })
    watchFailures((error) => {
      for (const errors of this.#errors) errors.push(error)
    })
    // Flows read their secrets from process.env, which a browser does not have.
    Object.assign(globalThis, { process: { env: { NODE_ENV: 'development' } } })
    this.#tell({ type: 'warm' })
  }

  #tell(message: WorkerSays): void {
    this.#port.postMessage(message)
  }

  #take(message: PageSays): void {
    switch (message.type) {
      case 'load':
        return void this.#load(message)
      case 'ask':
        return void this.#ask(message)
      case 'ping':
        return this.#tell({ type: 'pong' })
    }
  }

  async #load({ code, secret, probe }: LoadCode): Promise<void> {
    const report = (findings: readonly Finding[]) => this.#tell({ type: 'findings', findings })
    const options = { secret, report }
    try {
      const factory = await makeFactory(code)
      const probed = await loadFlow(factory, options)
      if ('reason' in probed) return this.#tell({ type: 'not-loaded', reason: probed.reason })
      await Promise.race([this.#respond(probed.handler, probe), sleep(probeTime)])
      // From its top again, so that a first call finds nothing that the probe has left.
      const served = await loadFlow(factory, options)
      if ('reason' in served) return this.#tell({ type: 'not-loaded', reason: served.reason })
      this.#handler = served.handler
      this.#tell({ type: 'loaded', exports: served.exports })
    } catch (error) {
      report(ofError(error))
      const { message = String(error), stack = message } = Object(error)
      const reason = { kind: 'threw', message: String(message), stack: String(stack) } as const
      this.#tell({ type: 'not-loaded', reason })
    }
  }

  async #ask(ask: Ask): Promise<void> {
    if (!this.#handler) return
    const errors: RenderFailure[] = []
    this.#errors.add(errors)
    const response = await this.#respond(this.#handler, ask)
    this.#errors.delete(errors)
    const places = placesOf(response.body, this.#rendered)
    const failures = failuresOf(errors)
    this.#tell({ type: 'answered', id: ask.id, ...response, places, failures })
  }

  #respond(handler: Handler, ask: LoadCode['probe']) {
    this.#moment = { time: ask.time, since: performance.now() }
    return respond(handler, ask)
  }
}

/** A module of its own, so that nothing has to be evaluated from a text, which the policy of the page forbids. */
async function makeFactory(code: string): Promise<Factory> {
  const text = `export default async (require, exports) => {${code}\n}\n//# sourceURL=${flowFile}`
  const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))
  try {
    const { default: factory }: { default: Factory } = await import(/* @vite-ignore */ url)
    return factory
  } finally {
    URL.revokeObjectURL(url)
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
