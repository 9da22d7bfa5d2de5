/** Signs the webhooks of the matrix. */
export const signatureSecret = 'the signature secret of the dashboard'

/** Seals its links. */
export const linkSecret = 'a secret of more than 32 characters, only for tests'
