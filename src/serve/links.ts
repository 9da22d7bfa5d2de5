import { isLink, type Link, type Url } from '../element/link'
import { toJson } from '../element/to-json'
import { toPlace } from '../issues/origin'
import { root } from '../issues/report'
import type { UrlPlace } from '../render/urls'
import { parseUrl } from './base-url'
import { serveError } from './errors'
import type { AnyHook } from './hook'
import { sealParameter } from './receive'
import { ownerOf, type Routes } from './routes'
import { maxLinkLength, type Seal } from './seal'

/** Writes the links and paths in flows as whole URLs. */
export class LinkWriter {
  readonly #routes: Routes
  readonly #seal: Seal | undefined

  /** @param seal absent in an app without a secret, whose links carry no params */
  constructor(routes: Routes, seal: Seal | undefined) {
    this.#routes = routes
    this.#seal = seal
  }

  /**
   * Writes what stands in an option as a URL below this base.
   *
   * @throws ServeError for a link or a path whose hook would refuse what arrives there
   */
  toUrl(value: Url, place: UrlPlace, base: string): string | Promise<string> {
    if (isLink(value)) return this.#write(value, place, base)
    this.#assertUnsealed(value, place)
    return base + value
  }

  #write(link: Link, place: UrlPlace, base: string): string | Promise<string> {
    const { path, params } = link
    const at = () => ({ place: toPlace(place.origin) })
    assertTakes(this.#hookOf(link, place), place)
    const whole = this.#routes.basePath + path
    if (!this.#seal) {
      if (params === undefined) return base + whole
      throw serveError('link-without-secret', { path }, at())
    }
    const json = params === undefined ? undefined : toText(params)
    if (params !== undefined && json === undefined) {
      throw serveError('params-not-json', { path }, at())
    }
    return this.#seal.seal(whole, json).then((sealed) => {
      const url = `${base}${whole}?${sealParameter}=${sealed}`
      if (url.length <= maxLinkLength) return url
      const detail = { path, length: url.length, longest: maxLinkLength }
      throw serveError('params-too-long', detail, at())
    })
  }

  /** The hook of this app that a link leads to. */
  #hookOf({ path, handler }: Link, { origin }: UrlPlace): AnyHook {
    const route = this.#routes.below(path)
    if (route?.hook?.handler === handler) return route.hook
    const detail = { path, taken: route && ownerOf(path) }
    throw serveError('unknown-hook', detail, { place: toPlace(origin) })
  }

  /** Throws for the path of a hook that would refuse what arrives there, because it comes without a seal. */
  #assertUnsealed(value: string, place: UrlPlace): void {
    const path = parseUrl(`http://host${value}`)?.pathname ?? ''
    const hook = this.#routes.at(path)?.hook
    if (!hook) return
    assertTakes(hook, place)
    if (!this.#seal || hook.isOpen) return
    const { option, origin } = place
    throw serveError('unsealed-path', { path, option }, { place: toPlace(origin) })
  }
}

/** Throws for a hook that takes another webhook than the one that arrives at this option's URL. */
function assertTakes({ path, kind }: AnyHook, { origin, option, webhook }: UrlPlace): void {
  if (kind === webhook) return
  const detail = { path, kind, option: `${origin.element}.${option}`, taken: webhook }
  throw serveError('wrong-hook', detail, { place: toPlace(origin) })
}

/** The JSON of params; `undefined` if they hold what JSON would lose. */
function toText(params: unknown): string | undefined {
  let isJson = true
  const copy = toJson(params, root, () => {
    isJson = false
  })
  return isJson ? JSON.stringify(copy) : undefined
}
