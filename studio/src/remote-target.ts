import { forward } from './forward'
import type { FetchMessage, TargetState } from './protocol'
import type { Outcome, Target } from './target'

/** A server in another process, in any language: its answer URL is all that is known. */
export class RemoteTarget implements Target {
  state: TargetState

  constructor(answerUrl: URL) {
    const shown = new URL(answerUrl)
    shown.password &&= '***'
    this.state = {
      kind: 'server',
      name: shown.href,
      answerUrl: answerUrl.href,
      status: 'ready',
      generation: 1,
      changed: [],
    }
  }

  fetch(message: FetchMessage, signal: AbortSignal): Promise<Outcome> {
    return forward(message, this.state.generation, signal)
  }

  restart(): void {}

  async close(): Promise<void> {}
}
