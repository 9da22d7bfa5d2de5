import { AsyncLocalStorage } from 'node:async_hooks'
import { runFor } from './causes'
import { runAt } from './clock'
import { failuresOf, type RenderFailure } from './failures'
import type { Answered, Ask } from './messages'
import { importFrom } from './project-package'
import { type PlacedNcco, placesOf, respond } from './respond'
import type { Handler } from './served'

interface Rendered {
  readonly nccos: PlacedNcco[]
  readonly errors: RenderFailure[]
}

const renders = new AsyncLocalStorage<Rendered>()

/** Collects what the `ncco-jsx` of a project renders, and why it does not, for each request. */
export async function watchRenders(file: string): Promise<void> {
  const { watchRenders, watchFailures } = (await importFrom(file, 'ncco-jsx')) ?? {}
  // An older version has neither.
  if (typeof watchRenders === 'function') {
    watchRenders((rendered: PlacedNcco) => renders.getStore()?.nccos.push(rendered))
  }
  if (typeof watchFailures === 'function') {
    watchFailures((error: RenderFailure) => renders.getStore()?.errors.push(error))
  }
}

/** Lets the app answer a request. */
export async function answer(handler: Handler, ask: Ask): Promise<Answered> {
  const rendered: Rendered = { nccos: [], errors: [] }
  const cause = ask.isByHand ? 'route' : 'webhook'
  const work = () => runFor(cause, () => respond(handler, ask))
  const response = await renders.run(rendered, () => runAt(ask.time, work))
  return {
    type: 'answered',
    id: ask.id,
    ...response,
    places: placesOf(response.body, rendered.nccos),
    failures: failuresOf(rendered.errors),
  }
}
