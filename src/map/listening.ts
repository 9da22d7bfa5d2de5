import { numberOf, objectOf, textOf, textsOf } from '../simulate/actions/action-options'
import { dtmfOf, typesOf } from '../simulate/actions/input'
import type { Waiting } from './moment'
import { pathOf } from './url-path'

/** The keys and the speech that an input or a recording takes. */
export interface Listening {
  /** The most digits of one entry; absent: no keys. */
  readonly digits?: number
  /** Whether `#` ends an entry. */
  readonly endsOnHash: boolean
  /** The phrases that the recogniser is told; absent: no speech. */
  readonly phrases?: readonly string[]
  /** The key that ends a recording. */
  readonly endOnKey?: string
  /** Whether silence ends it. */
  readonly endsOnSilence: boolean
  /** The path that is told. */
  readonly path?: string
}

/** Reads what an input or a recording takes from its options. */
export function listeningOf({ name, options }: Waiting): Listening {
  const [url] = textsOf(options, 'eventUrl') ?? []
  const path = url === undefined ? {} : { path: pathOf(url) }
  if (name === 'record') {
    const endOnKey = textOf(options, 'endOnKey')
    const endsOnSilence = ['endOnSilence', 'timeOut'].some((key) => key in options)
    return {
      endsOnHash: false,
      endsOnSilence,
      ...(endOnKey !== undefined && { endOnKey }),
      ...path,
    }
  }
  const types = typesOf(options)
  const dtmf = dtmfOf(options)
  const speech = objectOf(options, 'speech') ?? {}
  return {
    ...(types.includes('dtmf') && { digits: numberOf(dtmf, 'maxDigits') ?? 4 }),
    endsOnHash: dtmf.submitOnHash === true,
    ...(types.includes('speech') && { phrases: textsOf(speech, 'context') ?? [] }),
    endsOnSilence: true,
    ...path,
  }
}
