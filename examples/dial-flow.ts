import { createVoiceApp, type VoiceAppOptions } from 'ncco-jsx/serve'
import { type Call, type CallOutOptions, callOut, type DialOptions, dial } from 'ncco-jsx/simulate'

const signature = { secret: 'a signature secret for tests' }

/** Serves a flow as an app that takes only signed webhooks. */
function serve(flow: VoiceAppOptions) {
  return createVoiceApp({ ...flow, secret: 'only for tests, where it is no secret', signature })
}

/** Calls a flow, for the tests of the examples; every webhook is signed. */
export function dialFlow(flow: VoiceAppOptions, options: DialOptions = {}): Promise<Call> {
  return dial(serve(flow), { signature, eventUrl: '/event', ...options })
}

/** Makes a flow call someone. */
export function callOutFlow(flow: VoiceAppOptions, options: CallOutOptions): Promise<Call> {
  return callOut(serve(flow), { signature, eventUrl: '/event', ...options })
}
