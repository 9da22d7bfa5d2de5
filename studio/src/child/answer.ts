import { AsyncLocalStorage } from 'node:async_hooks'
import { runAt } from './clock'
import type { Answered, Ask } from './messages'
import { importFrom } from './project-package'
import { type PlacedNcco, placesOf, respond } from './respond'
import type { Handler } from './served'

const renders = new AsyncLocalStorage<PlacedNcco[]>()

/** Collects what the `ncco-jsx` of a project renders, for each request. */
export async function watchRenders(file: string): Promise<void> {
  const watch = (await importFrom(file, 'ncco-jsx'))?.watchRenders
  if (typeof watch !== 'function') return
  watch((rendered: PlacedNcco) => renders.getStore()?.push(rendered))
}

/** Lets the app answer a request. */
export async function answer(handler: Handler, ask: Ask): Promise<Answered> {
  const rendered: PlacedNcco[] = []
  const response = await renders.run(rendered, () => runAt(ask.time, () => respond(handler, ask)))
  return { type: 'answered', id: ask.id, ...response, places: placesOf(response.body, rendered) }
}
