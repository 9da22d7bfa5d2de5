import { isLink } from '../element/link'
import { toJson } from '../element/to-json'
import { toPlace } from '../render/node'
import type { ToUrl, UrlPlace } from '../render/urls'
import { parseUrl } from './base-url'
import { serveError } from './errors'
import type { AnyHook } from './hook'
import { sealedParameter } from './receive'
import { ownerOf, type Route, routeAt } from './routes'
import { longestLink, type Seal } from './seal'

/** What an app needs to write its links. */
export interface LinkWriter {
  readonly routes: ReadonlyMap<string, Route>
  readonly basePath: string
  readonly seal: Seal | undefined
}

/** Writes links and paths below this base as whole URLs. */
export function makeToUrl({ routes, basePath, seal }: LinkWriter, base: string): ToUrl {
  /** Throws for a hook that takes another webhook than the one that arrives. */
  function checkHook({ path, kind }: AnyHook, { origin, option, webhook }: UrlPlace): void {
    if (kind === webhook) return
    const detail = { path, kind, option: `${origin.element}.${option}`, taken: webhook }
    throw serveError('wrong-hook', detail, { place: toPlace(origin) })
  }

  /** Throws for the path of a hook that would refuse what arrives there. */
  function checkPath(value: string, place: UrlPlace): void {
    const path = parseUrl(`http://host${value}`)?.pathname ?? ''
    const hook = routeAt(routes, basePath, path)?.hook
    if (!hook) return
    checkHook(hook, place)
    if (!seal || hook.isOpen) return
    const { option, origin } = place
    throw serveError('unsealed-path', { path, option }, { place: toPlace(origin) })
  }

  return (value, place) => {
    if (!isLink(value)) {
      checkPath(value, place)
      return base + value
    }
    const { path, handler, params } = value
    const at = () => ({ place: toPlace(place.origin) })
    const route = routes.get(path)
    if (route?.hook?.handler !== handler) {
      throw serveError('unknown-hook', { path, taken: route && ownerOf(path) }, at())
    }
    checkHook(route.hook, place)
    const url = base + basePath + path
    if (!seal) {
      if (params === undefined) return url
      throw serveError('link-without-secret', { path }, at())
    }
    const json = params === undefined ? undefined : toText(params)
    if (params !== undefined && json === undefined) {
      throw serveError('params-not-json', { path }, at())
    }
    return seal.seal(basePath + path, json).then((sealed) => {
      const link = `${url}?${sealedParameter}=${sealed}`
      if (link.length <= longestLink) return link
      const detail = { path, length: link.length, longest: longestLink }
      throw serveError('params-too-long', detail, at())
    })
  }
}

/** The JSON of params; `undefined` if they hold what JSON would lose. */
function toText(params: unknown): string | undefined {
  let isJson = true
  const copy = toJson(params, '', () => {
    isJson = false
  })
  return isJson ? JSON.stringify(copy) : undefined
}
