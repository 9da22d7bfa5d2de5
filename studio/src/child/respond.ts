import type { PlainRequest } from '../plain-request'
import type { ActionPlace } from '../protocol'
import type { Answered } from './messages'
import type { Handler } from './served'

/** An NCCO that was rendered while a request was answered. */
export interface PlacedNcco {
  readonly ncco: unknown
  readonly places: readonly ActionPlace[]
}

/** Asks an app. One that throws answers with status 500, as a server in front of it would. */
export async function respond(
  handler: Handler,
  { method, url, headers, body }: PlainRequest,
): Promise<Pick<Answered, 'status' | 'headers' | 'body'>> {
  const pairs = headers.map(([name, value]): [string, string] => [name, value])
  const response = await answerOf(handler, new Request(url, { method, headers: pairs, body }))
  const { status } = response
  return { status, headers: [...response.headers], body: await response.text() }
}

/** The places of the actions of an answer, if it is one of these NCCOs. */
export function placesOf(
  body: string,
  rendered: readonly PlacedNcco[],
): readonly ActionPlace[] | undefined {
  return rendered.find(({ ncco }) => JSON.stringify(ncco) === body)?.places
}

async function answerOf(handler: Handler, request: Request): Promise<Response> {
  try {
    const response = await handler(request)
    if (response instanceof Response) return response
    return new Response('The handler returned no Response.', { status: 500 })
  } catch (error) {
    console.error(error)
    return new Response(String(error), { status: 500 })
  }
}
