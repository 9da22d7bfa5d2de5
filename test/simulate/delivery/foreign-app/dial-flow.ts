import type { VoiceAppOptions } from 'ncco-jsx/serve'
import { type Call, type CallOutOptions, callOut, type DialOptions, dial } from 'ncco-jsx/simulate'
import { examples } from '../../../../examples/index'
import { listen } from '../../../support/servers'
import { foreignFlows } from './flows'
import { handlerOf } from './server'

// In place of `examples/dial-flow.ts`: calls the flow of the same name that JSON by hand serves, over HTTP. Its server
// knows itself by its public address, as it would behind a tunnel.

const signature = { secret: 'a signature secret for tests' }
const options = { baseUrl: 'https://app.example.com', eventUrl: '/event', signature }

export async function dialFlow(flow: VoiceAppOptions, more: DialOptions = {}): Promise<Call> {
  return dial(await serve(flow), { ...options, ...more })
}

export async function callOutFlow(flow: VoiceAppOptions, more: CallOutOptions): Promise<Call> {
  return callOut(await serve(flow), { ...options, ...more })
}

/** Serves the counterpart of an example until the test ends. Returns its answer URL. */
async function serve(flow: VoiceAppOptions): Promise<string> {
  const name = Object.keys(examples).find((key) => examples[key] === flow) ?? ''
  const origin = await listen(handlerOf(foreignFlows[name] ?? {}, signature.secret))
  return `${origin}/answer`
}
