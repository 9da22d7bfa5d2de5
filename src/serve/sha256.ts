import type { MaybePromise } from '../element/maybe-promise'
import { type NodePlatform, nodePlatform } from './node-crypto'

/** The SHA-256 of bytes, in hexadecimal. */
export function sha256(
  bytes: Uint8Array<ArrayBuffer>,
  node: NodePlatform | null = nodePlatform(),
): MaybePromise<string> {
  if (!node) return digest(bytes)
  const { crypto } = node
  // At once where that can be, which takes half the time.
  return (
    crypto.hash?.('sha256', bytes, 'hex') ?? crypto.createHash('sha256').update(bytes).digest('hex')
  )
}

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  let text = ''
  for (const byte of digest) text += hexOf[byte]
  return text
}
