import { createPlatform, dial, SimulatorError } from 'ncco-jsx/simulate'
import { instructions, runPhone } from './phone'
import { printable } from './printable'
import { loadTarget } from './target'

/** The options of the command `dial`. */
export interface DialFlags {
  readonly from?: string
  readonly to?: string
  readonly method?: 'GET' | 'POST'
  readonly eventUrl?: string
  readonly sign?: true
}

/** Dials a URL or a module, and makes a phone of the terminal. Returns why there was no call, if there was none. */
export async function dialFromTerminal(
  named: string,
  { method, sign, ...options }: DialFlags,
): Promise<string | undefined> {
  const secret = sign && process.env.SIGNATURE_SECRET
  if (secret === '' || (sign && secret === undefined))
    return 'SIGNATURE_SECRET is not set. Set it to the signature secret of the app, or leave out --sign.'
  const target = await loadTarget(named)
  if ('problem' in target) return target.problem
  console.log(`Dialling ${printable(named)}\n\n${instructions}\n`)
  const platform = createPlatform()
  try {
    const signature = secret && { secret }
    const call = await dial(target.value, {
      ...options,
      ...(method && { answerMethod: method }),
      ...(signature && { signature }),
      platform,
    })
    await runPhone(call, platform)
    if (call.ended?.reason !== 'no-ncco') return undefined
    return `There is no NCCO from ${named}; the transcript says why. If nothing answers there, start the server first.`
  } catch (error) {
    if (!(error instanceof SimulatorError)) throw error
    return error.message
  }
}
