import { SimulatorError } from '../errors'
import { type ApiAnswer, jsonAnswer } from './answer'

// Vonage answers errors in three shapes, by the part of it that refuses.

/** A field of a body, or a parameter of a query, that is refused. */
export interface InvalidParameter {
  readonly reason: string
  readonly name: string
}

/** What the voice service says about fields: a numeric `type`. */
export function invalidParameters(parameters: readonly InvalidParameter[]): ApiAnswer {
  const body = { type: 400, title: 'Bad Request', invalid_parameters: parameters }
  return withTrace(jsonAnswer(body, 400))
}

/** What the voice service says when it cannot do this now. */
export const badRequest: ApiAnswer = jsonAnswer(
  { type: 'BAD_REQUEST', error_title: 'Bad Request' },
  400,
)

const problems = {
  unauthorized: [401, 'Unauthorized'],
  'jwt-expired': [401, 'JWT expired'],
  'not-found': [404, 'Not Found'],
  'invalid-json': [400, 'Invalid JSON'],
  'unsupported-media-type': [415, 'Unsupported Media Type'],
  'rate-limit': [429, 'Rate limit hit'],
  'internal-error': [500, 'Internal Error'],
} as const

/** Name of a problem, as its `type` ends. */
export type ProblemName = keyof typeof problems

/** What the gateway says: problem details (RFC 7807). */
export function problem(name: ProblemName, detail: string): ApiAnswer {
  const [status, title] = problems[name]
  const type = `https://developer.vonage.com/api-errors#${name}`
  const { body } = jsonAnswer({ type, title, detail, instance: crypto.randomUUID() })
  return { status, headers: { 'content-type': 'application/problem+json' }, body }
}

/** A mistake in the settings of the platform. */
export function internalError(error: unknown): ApiAnswer {
  return problem('internal-error', error instanceof SimulatorError ? error.message : 'Failed.')
}

function withTrace(answer: ApiAnswer): ApiAnswer {
  return { ...answer, headers: { ...answer.headers, 'x-nexmo-trace-id': crypto.randomUUID() } }
}
