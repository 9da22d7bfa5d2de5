import type { NccoNode } from '../element/element'
import type { Issue } from '../issues/issue'
import type { AnswerComponent, AnyHook, ReplyComponent } from './hook'
import type { AnswerProps, EventProps, FallbackProps, Webhook } from './props'

/** What {@link createVoiceApp} takes. */
export interface VoiceAppOptions {
  /** Answers a call: the component for the answer URL, which is `/answer`. */
  answer: AnswerComponent<AnswerProps>
  /**
   * Answers in place of a URL that failed: the component for the fallback URL, which is `/fallback`. Absent: there is no such
   * path.
   */
  fallback?: AnswerComponent<FallbackProps> | undefined
  /**
   * Takes what the application's event URL receives, which is `/event`: events, and the webhooks of actions without an
   * `eventUrl`. What it renders is sent where Vonage takes an NCCO. Absent: all of them are accepted and let go.
   */
  event?: ReplyComponent<EventProps> | undefined
  /** The hooks that links lead to, each at its own path. */
  hooks?: readonly AnyHook[] | undefined
  /**
   * The public address of the server, such as `https://calls.example.com`, for links and for paths such as `/hello.mp3`. If a proxy
   * or a router takes a prefix away before the app sees the path, the address has it. Links have `basePath` after it, paths do not.
   * Absent: the origin of each request.
   */
  baseUrl?: string | undefined
  /**
   * A path before all paths of the app, such as `/voice`; the app must see it, so a router must not take it away: in Hono,
   * `mount('/voice', app.fetch, { replaceRequest: false })`. Links have it; a path in a flow, such as `/hello.mp3`, is taken as it is.
   * Absent: none.
   */
  basePath?: string | undefined
  /**
   * Takes signed webhooks only. Absent: the app accepts unsigned calls, and says so once on the console; `false` does
   * not say so.
   */
  signature?: SignatureOptions | false | undefined
  /** Seals the params of links: a text of at least 32 characters, or several, newest first, while one takes the place of another. */
  secret?: string | readonly [string, ...string[]] | undefined
  /**
   * How long a link with params can be used, in seconds.
   * @defaultValue 86400, one day
   */
  linkLifetime?: number | undefined
  /**
   * How long the app takes to answer at most, in milliseconds, up to 10,000. Vonage waits 5,000.
   * @defaultValue 4000
   */
  deadline?: number | undefined
  /**
   * How many bytes a body may have.
   * @defaultValue 65536
   */
  maxBody?: number | undefined
  /**
   * Take the origin of a request from `X-Forwarded-Proto` and `X-Forwarded-Host`. Only behind a proxy that sets both.
   * @defaultValue false
   */
  trustProxy?: boolean | undefined
  /**
   * Hears of every flow that failed, with its webhook, and of every request that was refused, also at a path that the app does not have,
   * without one: `error.status` is then what it was refused with. The elements it
   * returns are what the caller hears in place of a flow that failed; it has what is left of the deadline for that. A refusal does not
   * wait for it.
   */
  onError?:
    | ((
        error: unknown,
        webhook: Webhook | undefined,
        // biome-ignore lint/suspicious/noConfusingVoidType: a handler without a return statement is one of these.
      ) => NccoNode | void | Promise<NccoNode | void>)
    | undefined
  /** Receives every warning about an NCCO. The answer does not wait for it, and is sent also if it fails. */
  onWarning?: ((issue: Issue, webhook: Webhook) => void) | undefined
  /**
   * Write the details of what fails to the console. Without them, an app that has no `onError` writes codes and places alone, and of what
   * it refuses the first of each code.
   * @defaultValue whether `process.env.NODE_ENV` is not `production`, where there is such a variable
   */
  development?: boolean | undefined
}

/** How an app knows that a webhook comes from Vonage. */
export interface SignatureOptions {
  /** The signature secret of the account, from the dashboard; or, for several accounts, one for each `api_key`. */
  secret: string | Readonly<Record<string, string>>
  /** Refuse webhooks of other applications. Absent: any; but `undefined`, as a missing variable gives, is refused. */
  applicationId?: string
  /** Refuse tokens of other issuers; Vonage's say `Vonage`. Absent: any; but `undefined` is refused. */
  issuer?: string
  /**
   * The oldest token that is taken, in seconds since its `iat`. Vonage documents no figure, and a retry may carry an older token.
   * @defaultValue 300
   */
  maxAge?: number | undefined
  /**
   * What to do about the `payload_hash` of a GET, whose form the developer guide does not say: `ignore` it, refuse a wrong one
   * (`if-present`), or refuse a missing one too (`require`); both also refuse a query that names a parameter twice. Try it with a live call before you ask for more than `ignore`.
   * Of a POST it is always required.
   * @defaultValue 'ignore'
   */
  payloadHashOnGet?: 'ignore' | 'if-present' | 'require' | undefined
  /**
   * Says whether a token was seen before, and remembers it; it is then refused. Called last, for tokens that are otherwise right.
   * With several machines it needs a store that they share.
   *
   * @param jti the id of the token
   * @param seconds how long it must be remembered
   */
  seen?: ((jti: string, seconds: number) => boolean | Promise<boolean>) | undefined
}
