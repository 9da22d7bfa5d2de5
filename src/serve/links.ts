import { toJson } from '../options/json'
import { isLink } from '../options/link'
import { toPlace } from '../render/node'
import type { ToUrl } from '../render/urls'
import { serveError } from './errors'
import { sealedParameter } from './receive'
import type { Route } from './routes'
import type { Seal } from './seal'

/** What an app needs to write its links. */
export interface LinkWriter {
  readonly routes: ReadonlyMap<string, Route>
  readonly basePath: string
  readonly seal: Seal | undefined
}

/** Writes links and paths below this base as whole URLs. */
export function makeToUrl({ routes, basePath, seal }: LinkWriter, base: string): ToUrl {
  return (value, origin) => {
    if (!isLink(value)) return base + value
    const { path, params } = value
    const place = toPlace(origin)
    if (routes.get(path)?.hook === undefined) throw serveError('unknown-hook', { path }, { place })
    const url = base + basePath + path
    if (params === undefined) return url
    if (!seal) throw serveError('link-without-secret', { path }, { place })
    const json = toText(params)
    if (json === undefined) throw serveError('params-not-json', { path }, { place })
    return seal.seal(path, json).then((sealed) => `${url}?${sealedParameter}=${sealed}`)
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
