import { attempt, isPending } from '../../element/maybe-promise'
import type { NoAnswer, ReceivedAnswer } from './answer'
import type { Application } from './application'
import { BodyTooLong, mostBytes } from './body'
import type { DialledServer } from './dialled-server'
import { FlowFailure } from './element-app'
import { Lateness } from './lateness'
import { type Payload, toOutgoing } from './request'
import { causeOf } from './thrown'

/**
 * Delivers a webhook to an application. Returns its answer, or the reason why there is no answer.
 *
 * @param limit the longest time for an answer, in seconds of real time
 */
export async function exchange(
  { deliver, sign, server }: Application,
  payload: Payload,
  limit: number,
  now: () => number,
): Promise<ReceivedAnswer | NoAnswer> {
  if (!deliver) return { reason: 'Connection refused.', isRetried: true }
  const outgoing = await attempt(
    () => toOutgoing(payload, sign, now),
    () => undefined,
  )
  if (!outgoing) return { reason: 'Invalid URL.', isRetried: false }
  const lateness = new Lateness()
  let isTooLate = false
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    const answer = deliver(outgoing, lateness)
    if (!isPending(answer)) return answer
    const isLate = new Promise<never>((_, reject) => {
      // The timer keeps the process alive. Otherwise it would end here without an error.
      timer = setTimeout(() => {
        isTooLate = true
        lateness.end()
        reject(new Error('late'))
      }, limit * 1000)
    })
    return await Promise.race([answer, isLate])
  } catch (error) {
    if (error instanceof FlowFailure) throw error.cause
    if (error instanceof BodyTooLong) {
      return { reason: `The answer is longer than ${mostBytes} bytes.`, isRetried: false }
    }
    if (!isTooLate) return failureOf(error, outgoing.url, server)
    const reason = `No answer within ${limit} s of real time.`
    return { reason, isRetried: true, advice: server?.adviceOnLateness ?? inMemoryAdvice }
  } finally {
    clearTimeout(timer)
    lateness.end()
  }
}

const inMemoryAdvice =
  'Does the handler return a Response whose body ends? It must not await a call of its own platform.'

// Codes of Node and Bun for failures of a certificate or of the handshake.
const tls =
  /TLS|SSL|CERT|SELF_SIGNED|UNABLE_TO_|EPROTO|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE/

function failureOf(error: unknown, url: string, server: DialledServer | undefined): NoAnswer {
  const why = causeOf(error)
  const advice = server?.adviceOn(why, url)
  if (tls.test(why)) return { reason: `TLS failure. (${why})`, isRetried: false, advice }
  return { reason: `Connection closed. (${why})`, isRetried: true, advice }
}
