import { createVoiceApp, type VoiceApp, type VoiceAppOptions } from 'ncco-jsx/serve'

export const origin = 'https://calls.example.com'

export const secret = 'a secret of more than 32 characters, only for tests'

/** An app that says nothing on the console. A secret of `undefined` leaves the secret out. */
export function quietApp({ secret, ...options }: Partial<VoiceAppOptions>): VoiceApp {
  return createVoiceApp({
    answer: () => null,
    signature: false,
    development: false,
    onError: () => {},
    ...options,
    ...(secret !== undefined && { secret }),
  })
}

/** A webhook in the body of a POST. */
export function posted(path: string, webhook: object, headers?: Record<string, string>): Request {
  return new Request(new URL(path, origin), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(webhook),
  })
}

/** A webhook in the query of a GET, where nested values are JSON text. */
export function got(path: string, webhook: object, headers?: Record<string, string>): Request {
  const url = new URL(path, origin)
  for (const [name, value] of Object.entries(webhook)) {
    url.searchParams.append(name, typeof value === 'string' ? value : JSON.stringify(value))
  }
  return new Request(url, { headers: headers ?? {} })
}

/** Status and JSON of a response; `undefined` for an empty body. */
export async function read(
  response: Response | Promise<Response>,
): Promise<[status: number, body: unknown]> {
  const { status, ...rest } = await asObject(await response)
  return [status, rest.body]
}

async function asObject(response: Response) {
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}
