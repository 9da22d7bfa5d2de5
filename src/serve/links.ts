import { toJson } from '../options/json'
import { isLink } from '../options/link'
import { toPlace } from '../render/node'
import type { ToUrl, UrlPlace } from '../render/urls'
import { parseUrl } from './base-url'
import { serveError } from './errors'
import { sealedParameter } from './receive'
import { type Route, routeAt } from './routes'
import { longestLink, type Seal } from './seal'

/** What an app needs to write its links. */
export interface LinkWriter {
  readonly routes: ReadonlyMap<string, Route>
  readonly basePath: string
  readonly seal: Seal | undefined
}

/** Writes links and paths below this base as whole URLs. */
export function makeToUrl({ routes, basePath, seal }: LinkWriter, base: string): ToUrl {
  function checkHook(path: string, kind: string, { origin, option, webhook }: UrlPlace): void {
    if (kind === webhook) return
    const detail = { path, kind, option: `${origin.element}.${option}`, taken: webhook }
    throw serveError('wrong-hook', detail, { place: toPlace(origin) })
  }

  /** Throws for the path of a hook that would refuse what arrives there. */
  function checkPath(value: string, place: UrlPlace): void {
    const path = parseUrl(`http://host${value}`)?.pathname ?? ''
    const route = routeAt(routes, basePath, path)
    const [kind] = route?.kinds ?? []
    if (route?.hook === undefined || kind === undefined) return
    checkHook(route.hook, kind, place)
    if (!seal || route.isOpen) return
    const { option, origin } = place
    throw serveError('unsealed-path', { path, option }, { place: toPlace(origin) })
  }

  return (value, place) => {
    if (!isLink(value)) {
      checkPath(value, place)
      return base + value
    }
    const { path, kind, params } = value
    const at = () => ({ place: toPlace(place.origin) })
    if (routes.get(path)?.hook === undefined) throw serveError('unknown-hook', { path }, at())
    checkHook(path, kind, place)
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
