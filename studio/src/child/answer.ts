import { AsyncLocalStorage } from 'node:async_hooks'
import type { ActionPlace } from '../protocol'
import { runAt } from './clock'
import type { Answered, Ask } from './messages'
import { importFrom } from './project-package'
import type { Handler } from './served'

/** An NCCO that was rendered while a request was answered. */
interface PlacedNcco {
  readonly ncco: unknown
  readonly places: readonly ActionPlace[]
}

const renders = new AsyncLocalStorage<PlacedNcco[]>()

/** Collects what the `ncco-jsx` of a project renders, for each request. */
export async function watchRenders(file: string): Promise<void> {
  const watch = (await importFrom(file, 'ncco-jsx'))?.watchRenders
  if (typeof watch !== 'function') return
  watch((rendered: PlacedNcco) => renders.getStore()?.push(rendered))
}

/** Lets the app answer a request. An app that throws answers with status 500, as a server in front of it would. */
export async function answer(handler: Handler, ask: Ask): Promise<Answered> {
  const rendered: PlacedNcco[] = []
  const { method, url, headers, body, time, id } = ask
  const request = new Request(url, { method, headers: toPairs(headers), body })
  const response = await renders.run(rendered, () => runAt(time, () => respond(handler, request)))
  const text = await response.text()
  return {
    type: 'answered',
    id,
    status: response.status,
    headers: [...response.headers],
    body: text,
    places: rendered.find(({ ncco }) => JSON.stringify(ncco) === text)?.places,
  }
}

async function respond(handler: Handler, request: Request): Promise<Response> {
  try {
    const response = await handler(request)
    if (response instanceof Response) return response
    return new Response('The handler returned no Response.', { status: 500 })
  } catch (error) {
    console.error(error)
    return new Response(String(error), { status: 500 })
  }
}

function toPairs(headers: Ask['headers']): [string, string][] {
  return headers.map(([name, value]) => [name, value])
}
