import { toJson } from '../options/json'
import { isLink } from '../options/link'
import { toPlace } from '../render/node'
import type { ToUrl } from '../render/urls'
import { serveError } from './errors'
import { sealedParameter } from './receive'
import type { Route } from './routes'
import { longestLink, type Seal } from './seal'

/** What an app needs to write its links. */
export interface LinkWriter {
  readonly routes: ReadonlyMap<string, Route>
  readonly basePath: string
  readonly seal: Seal | undefined
}

/** Writes links and paths below this base as whole URLs. */
export function makeToUrl({ routes, basePath, seal }: LinkWriter, base: string): ToUrl {
  return (value, { option, webhook, origin }) => {
    if (!isLink(value)) return base + value
    const { path, kind, params } = value
    const at = () => ({ place: toPlace(origin) })
    if (routes.get(path)?.hook === undefined) throw serveError('unknown-hook', { path }, at())
    if (kind !== webhook) {
      const where = `${origin.element}.${option}`
      throw serveError('wrong-hook', { path, kind, option: where, taken: webhook }, at())
    }
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
