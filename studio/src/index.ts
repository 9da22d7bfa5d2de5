import { randomBytes } from 'node:crypto'
import { networkInterfaces } from 'node:os'
import manifest from '../package.json'
import { type RestFlags, readApplication } from './application'
import { findTarget, type TargetFlags } from './find-target'
import { FlagError } from './flag-error'
import type { Limits } from './module/limits'
import { type CallFlags, readSettings } from './settings'
import { Studio } from './studio'
import type { TargetListener } from './target'
import { terminal } from './terminal'

export { FlagError }

/** The options of `ncco-jsx dev`, as the command line gives them. */
export interface StudioFlags extends CallFlags, TargetFlags, RestFlags {
  /** The port of the page. Absent: 4400, or the next one that is free. */
  readonly port?: string
  /** The address to listen at. Absent: only this machine can connect. */
  readonly host?: string
}

/** Parts of a studio that the command line does not choose. */
export interface StudioParts {
  readonly limits?: Partial<Limits> | undefined
  /** Hears of the target. Absent: it is printed to the terminal. */
  readonly log?: TargetListener
}

/** A studio that runs. */
export interface RunningStudio {
  /** The URL of the page, with its token. */
  readonly url: string
  /** The base URL of its REST side, for the app. */
  readonly restUrl: string
  /** Settles once the target was loaded, or found broken. */
  readonly started: Promise<void>
  close(): Promise<void>
}

/**
 * Runs the studio beside a target, until it is closed.
 *
 * @param named an answer URL, a module whose default export is an app, a flow component or an NCCO, or a JSON file with an NCCO
 * @throws FlagError for an option that cannot be used
 */
export async function runStudio(
  named: string,
  flags: StudioFlags = {},
  { limits, log = terminal }: StudioParts = {},
): Promise<RunningStudio> {
  const host = flags.host ?? '127.0.0.1'
  const isOpen = !/^(localhost|127(\.\d+){3}|::1)$/.test(host)
  // Whoever has the page can make the app run, so others need a secret.
  const token = isOpen ? randomBytes(16).toString('hex') : undefined
  const port = readPort(flags.port)
  const found = findTarget(named, flags, limits)
  const settings = readSettings(flags, found.environment)
  const application = readApplication(flags, found.environment)
  const { version } = manifest
  const studio = new Studio({ ...found, settings, application, host, port, token, version }, log)
  const address = await studio.listen()
  const isEverywhere = host === '0.0.0.0' || host === '::'
  const restUrl = `http://${isOpen && !isEverywhere ? addressOf(host) : 'localhost'}:${address.port}`
  return {
    url: `http://${isOpen ? addressOf(host) : 'localhost'}:${address.port}/${token ? `?token=${token}` : ''}`,
    restUrl,
    started: studio.start(restUrl),
    close: () => studio.close(),
  }
}

function readPort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new FlagError('--port must be a number from 0 to 65535.')
}

/** The address by which others know this machine, where it listens at all of them. */
function addressOf(host: string): string {
  if (host !== '0.0.0.0' && host !== '::') return host.includes(':') ? `[${host}]` : host
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  const outward = addresses.find(({ family, internal }) => family === 'IPv4' && !internal)
  return outward?.address ?? host
}
