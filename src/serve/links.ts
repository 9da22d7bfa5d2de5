import { isLink, type Link, type LinkedWebhook, makeLink, type Url } from '../element/link'
import { andThen, type MaybePromise } from '../element/maybe-promise'
import { toJson } from '../element/to-json'
import { kindOf } from '../issues/kind'
import { type Origin, toPlace } from '../issues/origin'
import { root } from '../issues/report'
import { parseUrl } from '../options/parse-url'
import type { UrlPlace } from '../render/urls'
import type { Configuration } from './configuration'
import { serveError } from './errors'
import { EventLinks } from './event-links'
import type { AnyHook } from './hook'
import { sealParameter } from './receive'
import { ownerOf, type Routes } from './routes'
import { maxLinkLength, type Seal } from './seal'

/** Writes links, and the paths in flows, as whole URLs. */
export class LinkWriter {
  readonly #baseUrl: string | undefined
  readonly #routes: Routes
  readonly #seal: Seal | undefined
  readonly eventLinks = new EventLinks()

  /** @param seal absent in an app without a secret, whose links carry no params */
  constructor({ baseUrl }: Pick<Configuration, 'baseUrl'>, routes: Routes, seal: Seal | undefined) {
    this.#baseUrl = baseUrl
    this.#routes = routes
    this.#seal = seal
  }

  /**
   * Writes a link outside of a flow.
   *
   * @throws ServeError for a link that cannot be written
   */
  link(link: Link): MaybePromise<string> {
    if (!isLink(link)) throw serveError('not-a-link', { found: kindOf(link) })
    const base = this.#base('app.link', undefined)
    this.#hookOf(link, undefined)
    return this.#write(link, base, undefined)
  }

  /**
   * Writes what stands in an option of a flow.
   *
   * @param requestBase the base for the request that is answered; absent outside of a call
   * @throws ServeError for a link or a path whose hook would refuse what arrives there
   */
  toUrl(value: Url, place: UrlPlace, requestBase: string | undefined): MaybePromise<string> {
    const { origin, option } = place
    const base = requestBase ?? this.#base(`${origin.element}.${option}`, origin)
    if (!isLink(value)) {
      const route = this.#routes.at(parseUrl(`http://host${value}`)?.pathname ?? '')
      if (route) this.#addEventLink(route.path, place)
      if (route?.hook) this.#assertUnsealed(route.hook, place)
      return base + value
    }
    const { path, turn } = value
    if (turn !== undefined && this.#seal) {
      return this.#sealLink(this.#seal, path, base, origin, { turn: JSON.stringify(turn) })
    }
    assertTakes(this.#hookOf(value, origin), place)
    this.#addEventLink(path, place)
    return this.#write(value, base, origin)
  }

  /** Writes what stands in an option of a flow, unless that needs a promise. The place of what it throws is not known. */
  toUrlAtOnce(
    value: Url,
    webhook: LinkedWebhook | undefined,
    requestBase: string,
  ): string | undefined {
    if (this.#seal && !this.#seal.isImmediate) return undefined
    const place = { option: '', webhook, origin: nowhere, props: {} }
    return this.toUrl(value, place, requestBase) as string
  }

  /**
   * The URL of a question, which leads back to the route of its flow. It is written at once, so that its input is right beyond doubt. A
   * link is returned if that needs a promise, or the URL is too long: it is then written like any other, and what is wrong gets its place.
   */
  turnUrl(
    { path, handler, turn }: Pick<Link, 'path' | 'handler'> & { readonly turn: object },
    base: string,
  ): Url<'input'> {
    const whole = this.#routes.basePath + path
    if (this.#seal?.isImmediate) {
      const sealed = this.#seal.seal(whole, { turn: JSON.stringify(turn) })
      const url = toSealedUrl(base + whole, sealed as string)
      if (url.length <= maxLinkLength) return url
    }
    return makeLink({ path, kind: 'input', handler, params: undefined, turn })
  }

  /** The base of URLs that are written outside of a call. */
  #base(what: string, origin: Origin | undefined): string {
    if (this.#baseUrl === undefined) throw serveError('no-base-url', { what }, at(origin))
    return this.#baseUrl
  }

  #write(link: Link, base: string, origin: Origin | undefined): MaybePromise<string> {
    const { path, params } = link
    const whole = this.#routes.basePath + path
    if (!this.#seal) {
      if (params === undefined) return base + whole
      throw serveError('link-without-secret', { path }, at(origin))
    }
    const json = params === undefined ? undefined : toText(params)
    if (params !== undefined && json === undefined) {
      throw serveError('params-not-json', { path }, at(origin))
    }
    return this.#sealLink(
      this.#seal,
      path,
      base,
      origin,
      json === undefined ? {} : { params: json },
    )
  }

  #sealLink(
    seal: Seal,
    path: string,
    base: string,
    origin: Origin | undefined,
    held: { params?: string; turn?: string },
  ): MaybePromise<string> {
    const whole = this.#routes.basePath + path
    return andThen(seal.seal(whole, held), (sealed) => {
      const url = toSealedUrl(base + whole, sealed)
      if (url.length <= maxLinkLength) return url
      const code = held.turn === undefined ? 'params-too-long' : 'dialog-too-long'
      throw serveError(code, { path, length: url.length, longest: maxLinkLength }, at(origin))
    })
  }

  /** Whether links can be sealed. */
  get isSealing(): boolean {
    return this.#seal !== undefined
  }

  /** The hook of this app that a link leads to. */
  #hookOf({ path, handler }: Link, origin: Origin | undefined): AnyHook {
    const route = this.#routes.below(path)
    if (route?.hook?.handler === handler) return route.hook
    throw serveError('unknown-hook', { path, taken: route && ownerOf(path) }, at(origin))
  }

  #addEventLink(path: string, { webhook, props }: UrlPlace): void {
    if (webhook === 'event') this.eventLinks.add(path, props.eventType === 'synchronous')
  }

  /** Throws for the path of a hook that would refuse what arrives there, because it comes without a seal. */
  #assertUnsealed(hook: AnyHook, place: UrlPlace): void {
    assertTakes(hook, place)
    if (!this.#seal || hook.isOpen) return
    const { option, origin } = place
    const path = this.#routes.basePath + hook.path
    throw serveError('unsealed-path', { path, option }, at(origin))
  }
}

const nowhere: Origin = { frame: undefined }

function toSealedUrl(url: string, sealed: string): string {
  return `${url}?${sealParameter}=${sealed}`
}

/** The place of an error, if the link stands in a flow. */
function at(origin: Origin | undefined): { place: ReturnType<typeof toPlace> | undefined } {
  return { place: origin && toPlace(origin) }
}

/** Throws for a hook that takes another webhook than the one that arrives at this option's URL. */
function assertTakes({ path, kind }: AnyHook, { origin, option, webhook }: UrlPlace): void {
  if (kind === webhook) return
  const detail = { path, kind, option: `${origin.element}.${option}`, taken: webhook }
  throw serveError('wrong-hook', detail, at(origin))
}

/** The JSON of params; `undefined` if they hold what JSON would lose. */
function toText(params: unknown): string | undefined {
  let isJson = true
  const copy = toJson(params, root, () => {
    isJson = false
  })
  return isJson ? JSON.stringify(copy) : undefined
}
