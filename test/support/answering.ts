/** What a path answers: an NCCO, nothing, a response, or what is made of the fields of the webhook. */
export type Answer =
  | readonly object[]
  | undefined
  | Response
  | ((fields: Record<string, unknown>) => readonly object[] | undefined | Response)

/** An app that answers each path with an NCCO or, where there is none, with nothing; 404 for any other path. */
export function answering(routes: Readonly<Record<string, Answer>>) {
  return async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url)
    if (!(pathname in routes)) return new Response(null, { status: 404 })
    const route = routes[pathname]
    const fields =
      request.method === 'POST' ? await request.json() : Object.fromEntries(searchParams)
    const answer = typeof route === 'function' ? route(fields) : route
    if (answer instanceof Response) return answer.clone()
    return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer)
  }
}

export const talk = (text: string, more: object = {}) => ({ action: 'talk', text, ...more })

export const keys = (dtmf: object = {}, path = '/chosen') => ({
  action: 'input',
  type: ['dtmf'],
  eventUrl: [`https://app.example.com${path}`],
  ...(Object.keys(dtmf).length > 0 && { dtmf }),
})

export const speech = (options: object = {}, path = '/chosen') => ({
  action: 'input',
  type: ['speech'],
  eventUrl: [`https://app.example.com${path}`],
  ...(Object.keys(options).length > 0 && { speech: options }),
})

export const colleague = '447700900002'

export const connect = (more: object = {}, endpoint: object = {}) => ({
  action: 'connect',
  from: '447700900000',
  endpoint: [{ type: 'phone', number: colleague, ...endpoint }],
  ...more,
})
