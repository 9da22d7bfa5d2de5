import type { JsonObject } from '../../element/json'
import { textOf, textsOf } from '../actions/action-options'

/** The destination of the webhook of an action: the action's URL, else the application's. */
export interface Target {
  readonly url: string | undefined
  readonly method: 'GET' | 'POST'
}

export function targetOf(options: JsonObject, application: Target): Target {
  const [url] = textsOf(options, 'eventUrl') ?? []
  const method = textOf(options, 'eventMethod')
  if (url === undefined && method === undefined) return application
  return {
    url: url ?? application.url,
    method: method === 'GET' ? 'GET' : 'POST',
  }
}
