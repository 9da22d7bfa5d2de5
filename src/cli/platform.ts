import { createPlatform, type DialOptions, dial, SimulatorError } from 'ncco-jsx/simulate'
import { CallLog } from './call-log'
import { withoutTranscript } from './call-printer'
import { untilItListens } from './listening'
import { instructions, PlatformPhone } from './platform-phone'
import { listen, type Served } from './platform-server'
import { type PlatformFlags, type PlatformSettings, readSettings } from './platform-settings'
import { printable } from './printable'

/** Milliseconds between two looks at the transcripts. */
const interval = 50

/**
 * Runs the platform until it is interrupted.
 *
 * @throws Problem if it cannot start
 */
export async function runPlatform(flags: PlatformFlags): Promise<void> {
  const settings = await readSettings(flags)
  try {
    await serve(flags, settings)
  } finally {
    await settings.certificate?.remove()
  }
}

async function serve(flags: PlatformFlags, settings: PlatformSettings): Promise<void> {
  const { answerUrl, webhooks, application, certificate } = settings
  let served: Served | undefined
  const server = await listen(flags, certificate, () => served)
  try {
    await untilItListens(answerUrl, flags.wait, () =>
      console.log(`Waiting for the app at ${new URL(answerUrl).origin} …`),
    )
    const platform = createPlatform({
      pace: 'real',
      application,
      limits: flags.limits,
      early: flags.early,
      regionUrl: server.url,
      onError: (error) => phone.print(printable(wordsOf(error))),
    })
    const dialApp = (options: DialOptions) => dial(answerUrl, { ...webhooks, ...options, platform })
    const log = new CallLog(platform, (text) => phone.print(text))
    const phone = new PlatformPhone(platform, dialApp, log)
    served = { platform, dial: dialApp }
    phone.print(printable(greeting(server.url, settings)))
    const timer = setInterval(() => log.update(), interval)
    await interrupted(phone)
    const live = platform.calls.filter(({ ended }) => !ended).length
    phone.print(`Ending ${countOf(live)}. Press Ctrl-C again to leave without their last events.`)
    const isHasty = await Promise.race([platform.close(), interrupted(phone)])
    clearInterval(timer)
    log.update()
    phone.close()
    console.log(isHasty ? 'Left.' : `The platform is closed, and ${countOf(live)} ended with it.`)
  } finally {
    server.close()
  }
}

function greeting(url: string, settings: PlatformSettings): string {
  const { answerUrl, application, certificate } = settings
  const rest = application
    ? `apiHost of the SDK: ${url} (application ${application.id})`
    : 'off; name --application-id and --public-key'
  const trust = certificate?.file
    ? `\n  TLS          let clients trust the certificate:\n               REQUESTS_CA_BUNDLE, SSL_CERT_FILE or NODE_EXTRA_CA_CERTS=${certificate.file}`
    : ''
  return `The platform listens at ${url}, and asks ${answerUrl} for NCCOs.
  REST         ${rest}${trust}
  to dial      POST ${url}/simulator/dial, or type /dial
  to end       Ctrl-C

${instructions}
`
}

function countOf(calls: number): string {
  return calls === 1 ? '1 call' : `${calls} calls`
}

/** Without the transcript, which is printed already. */
function wordsOf(error: unknown): string {
  if (error instanceof SimulatorError) return withoutTranscript(error)
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** Settles with `true` at Ctrl-C, or when the process is asked to end. */
function interrupted(phone: PlatformPhone): Promise<true> {
  return new Promise((resolve) => {
    const stop = () => resolve(true)
    phone.onInterrupt(stop)
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  })
}
