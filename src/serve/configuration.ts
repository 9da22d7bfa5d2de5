import { isDevelopment } from '../issues/is-development'
import { assertOptions } from './assert-options'
import { readBaseUrl } from './base-url'
import { serveError } from './errors'
import type { SignatureOptions, VoiceAppOptions } from './options'

/**
 * The options of an app with every default applied. They are read once, here; each part of an app takes this, or the part of it that it
 * needs.
 */
export interface Configuration {
  readonly answer: VoiceAppOptions['answer']
  readonly fallback: VoiceAppOptions['fallback']
  readonly event: VoiceAppOptions['event']
  readonly hooks: NonNullable<VoiceAppOptions['hooks']>
  readonly onError: VoiceAppOptions['onError']
  readonly onWarning: VoiceAppOptions['onWarning']
  /** Empty, or it starts with a slash and does not end with one. */
  readonly basePath: string
  /** Without a slash at the end. Absent: the origin of each request. */
  readonly baseUrl: string | undefined
  readonly trustProxy: boolean
  /** The HTTP methods of the webhooks that are accepted. */
  readonly methods: readonly string[]
  /** Absent: unsigned webhooks are accepted. */
  readonly signature: SignatureConfiguration | undefined
  /** Whether unsigned webhooks are accepted on purpose, with `signature: false`. */
  readonly isUnsignedOnPurpose: boolean
  /** The newest seals links, all of them open links. Absent: links are not sealed. */
  readonly secrets: readonly [newest: string, ...older: string[]] | undefined
  /** In seconds. */
  readonly linkLifetime: number
  /** How long an answer may take, in milliseconds. */
  readonly deadline: number
  /** The part of the deadline that is kept for `onError`, in milliseconds. */
  readonly onErrorReserve: number
  /** In bytes. */
  readonly maxBody: number
  readonly isDevelopment: boolean
}

/** How webhooks are known to come from Vonage. */
export interface SignatureConfiguration {
  readonly secret: SignatureOptions['secret']
  /** Absent: any. */
  readonly applicationId: string | undefined
  /** Absent: any. */
  readonly issuer: string | undefined
  /** In seconds. */
  readonly maxAge: number
  readonly payloadHashOnGet: NonNullable<SignatureOptions['payloadHashOnGet']>
  readonly seen: SignatureOptions['seen']
}

// No documented webhook comes near it.
export const defaultMaxBody = 64 * 1024

/** @throws ServeError for options that the compiler would refuse, and for values that make no sense */
export function readConfiguration(options: VoiceAppOptions): Configuration {
  assertOptions(options)
  const { signature, onError, deadline = 4000 } = options
  return {
    answer: options.answer,
    fallback: options.fallback,
    event: options.event,
    hooks: options.hooks ?? [],
    onError,
    onWarning: options.onWarning,
    basePath: options.basePath ?? '',
    baseUrl: readBaseUrl(options.baseUrl),
    trustProxy: options.trustProxy ?? false,
    methods: readMethods(signature || {}),
    signature: signature ? readSignature(signature) : undefined,
    isUnsignedOnPurpose: signature === false,
    secrets: readSecrets(options.secret),
    linkLifetime: options.linkLifetime ?? 86_400,
    deadline,
    onErrorReserve: onError ? Math.min(500, deadline / 4) : 0,
    maxBody: options.maxBody ?? defaultMaxBody,
    isDevelopment: options.development ?? isDevelopment(),
  }
}

function readSignature(options: SignatureOptions): SignatureConfiguration {
  return {
    secret: options.secret,
    applicationId: options.applicationId,
    issuer: options.issuer,
    maxAge: options.maxAge ?? 300,
    payloadHashOnGet: options.payloadHashOnGet ?? 'ignore',
    seen: options.seen,
  }
}

/** HEAD is a GET without the body of the answer. */
function readMethods({ methods = ['GET', 'POST'] }: Pick<SignatureOptions, 'methods'>): string[] {
  return methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
}

function readSecrets(secret: VoiceAppOptions['secret']): Configuration['secrets'] {
  if (secret === undefined) return undefined
  const secrets = typeof secret === 'string' ? ([secret] as const) : secret
  if (secrets.some((text) => text.length < 32)) throw serveError('weak-secret', {})
  return secrets
}
