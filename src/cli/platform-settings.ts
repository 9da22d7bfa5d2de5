import { createPublicKey } from 'node:crypto'
import type { PlatformOptions } from 'ncco-jsx/simulate'
import { type Certificate, readCertificate, readPem, type TlsFlags } from './certificate'
import { Problem } from './problem'
import { readSigningSecret } from './signing-secret'

/** The options of the command `platform`. */
export interface PlatformFlags extends TlsFlags {
  readonly answerUrl: string
  readonly eventUrl?: string
  readonly fallbackUrl?: string
  readonly rtcUrl?: string
  readonly baseUrl?: string
  readonly method?: 'GET' | 'POST'
  readonly applicationId?: string
  readonly publicKey?: string
  readonly sign?: boolean
  readonly port: number
  readonly host: string
  readonly limits: boolean
  readonly early: 'refuses' | 'accepts'
  readonly wait: number
}

/** Where webhooks go, as `dial` and the REST side take it. */
type Webhooks = Pick<
  NonNullable<PlatformOptions['application']>,
  'answerMethod' | 'baseUrl' | 'eventUrl' | 'fallbackUrl' | 'rtcUrl' | 'signature'
>

/** What the flags, the files that they name and the environment say. */
export interface PlatformSettings {
  readonly answerUrl: string
  readonly webhooks: Webhooks
  /** Absent if nobody may use the REST side. */
  readonly application: PlatformOptions['application']
  readonly certificate: Certificate | undefined
}

export async function readSettings(flags: PlatformFlags): Promise<PlatformSettings> {
  const { answerUrl, eventUrl, fallbackUrl, rtcUrl, baseUrl, method } = flags
  const { applicationId, publicKey } = flags
  const signing = readSigningSecret(flags.sign)
  if ('problem' in signing) throw new Problem(signing.problem)
  const { secret } = signing
  const webhooks: Webhooks = {
    answerMethod: method,
    baseUrl,
    eventUrl,
    fallbackUrl,
    rtcUrl,
    signature: secret ? { secret, applicationId } : undefined,
  }
  if ((applicationId === undefined) !== (publicKey === undefined)) {
    throw new Problem(
      'The REST side checks tokens by the id and the key of an application: name both --application-id and --public-key, or neither.',
    )
  }
  const application = publicKey !== undefined && {
    ...webhooks,
    id: applicationId ?? '',
    publicKey: await readPublicKey(publicKey),
    target: answerUrl,
  }
  const certificate = await readCertificate(flags)
  return { answerUrl, webhooks, application: application || undefined, certificate }
}

/** The public key in a file, which may also hold the private key that it belongs to. */
async function readPublicKey(file: string): Promise<string> {
  const pem = await readPem(file, '--public-key')
  try {
    const key = createPublicKey(pem)
    if (key.asymmetricKeyType === 'rsa')
      return key.export({ type: 'spki', format: 'pem' }).toString()
  } catch {
    // Told below.
  }
  throw new Problem(
    `--public-key: the file ${file} holds no RSA key in PEM. Name the public key of the application, or its private.key.`,
  )
}
