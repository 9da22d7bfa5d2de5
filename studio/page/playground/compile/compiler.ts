import type { Compiled } from './compiled'
import type { CompileAnswer, CompileRequest } from './compiler-worker'

/** The compiler, in a thread of its own. It is loaded when something is compiled for the first time. */
export class Compiler {
  #worker: Worker | undefined
  #count = 0
  readonly #waiting = new Map<number, (compiled: Compiled) => void>()

  /** Loads the compiler, if that has not been done. */
  warmUp(): void {
    this.#worker ??= this.#start()
  }

  compile(source: string): Promise<Compiled> {
    const worker = this.#worker ?? this.#start()
    this.#worker = worker
    const id = ++this.#count
    worker.postMessage({ id, source } satisfies CompileRequest)
    return new Promise((resolve) => this.#waiting.set(id, resolve))
  }

  #start(): Worker {
    const worker = new Worker(new URL('./compiler-worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data: { id, compiled } }: MessageEvent<CompileAnswer>) => {
      this.#waiting.get(id)?.(compiled)
      this.#waiting.delete(id)
    }
    worker.onerror = () => this.#fail()
    return worker
  }

  /** The compiler was not loaded. The next source asks for it again. */
  #fail(): void {
    const message = 'The compiler could not be loaded. Load the page again.'
    const error = { message, line: undefined, column: undefined }
    for (const resolve of this.#waiting.values()) resolve({ error })
    this.#waiting.clear()
    this.#worker = undefined
  }
}
