/** What one caller answered. */
export interface Result {
  readonly answers: Readonly<Record<string, string>>
  /** `partial`: the caller hung up before the last question. */
  readonly status: 'open' | 'partial' | 'complete'
}

/** The results by call; a real one would be a database. */
const results = new Map<string, Result>()

/** What is known of a call. */
export function findResult(call: string): Result {
  return results.get(call) ?? { answers: {}, status: 'open' }
}

/** Keeps an answer. It may come again: the same answer changes nothing. */
export async function saveAnswer(call: string, question: string, answer: string): Promise<void> {
  const { answers, status } = findResult(call)
  results.set(call, { answers: { ...answers, [question]: answer }, status })
}

/** Notes that the caller heard the last question. */
export async function completeResult(call: string): Promise<void> {
  results.set(call, { ...findResult(call), status: 'complete' })
}

/** Notes that the call is over. */
export async function closeResult(call: string): Promise<void> {
  const result = findResult(call)
  if (result.status === 'open') results.set(call, { ...result, status: 'partial' })
}
