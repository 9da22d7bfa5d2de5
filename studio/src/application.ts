import { createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { FlagError } from './flag-error'
import type { Environment } from './module/environment'
import type { RestApplication } from './rest-messages'

/** The options of `ncco-jsx dev` that are about the REST side. */
export interface RestFlags {
  /** The application whose tokens are accepted. */
  readonly applicationId?: string
  /** The file with its public key in PEM, or with the private key that it belongs to. */
  readonly publicKey?: string
}

// Of an application without an id nobody looks at a token.
const anybody = '00000000-0000-4000-8000-000000000000'

/**
 * Reads whose REST requests are answered: those of an application with a key, or else everybody's on this machine.
 *
 * @throws FlagError
 */
export function readApplication(
  { applicationId, publicKey }: RestFlags,
  environment: Environment,
): RestApplication {
  const id = applicationId ?? environment.secret('VONAGE_APPLICATION_ID')
  if (publicKey === undefined) return { id: id ?? anybody, publicKey: false }
  if (id === undefined) {
    throw new FlagError(
      '--public-key needs --application-id, or VONAGE_APPLICATION_ID in the .env.',
    )
  }
  return { id, publicKey: readKey(publicKey) }
}

/** The public half of the key in a file. */
function readKey(file: string): string {
  try {
    const key = createPublicKey(readFileSync(resolve(file)))
    if (key.asymmetricKeyType === 'rsa') return String(key.export({ type: 'spki', format: 'pem' }))
  } catch {
    // Told below.
  }
  throw new FlagError(
    `--public-key: ${file} holds no RSA key in PEM. Name the public key of the application, or its private.key.`,
  )
}
