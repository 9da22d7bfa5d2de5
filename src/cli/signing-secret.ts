/** Whether a command signs its webhooks; absent: if there is a secret. */
export type SignFlag = boolean | undefined

/**
 * The secret that the webhooks are signed with: `SIGNATURE_SECRET`, which the `.env` of the current folder may set, as the variables that a
 * module reads.
 */
export function readSigningSecret(sign: SignFlag): { secret: string | undefined } | Problem {
  loadEnvironment()
  const secret = process.env.SIGNATURE_SECRET || undefined
  if (sign === true && secret === undefined) {
    return {
      problem:
        'SIGNATURE_SECRET is not set. Set it to the signature secret of the app, in the environment or in .env, or leave out --sign.',
    }
  }
  return { secret: sign === false ? undefined : secret }
}

interface Problem {
  readonly problem: string
}

/** Takes the variables of the `.env` of the current folder that are not set, as `dev` does. */
function loadEnvironment(): void {
  try {
    // Node 20.12 and newer have it.
    process.loadEnvFile?.()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
