import type { NccoNode } from '../element/element'
import type { Issue } from '../issues/issue'
import type { AnswerComponent, AnyHook, ReplyComponent } from './hook'
import type { AnswerProps, EventProps, FallbackProps, Webhook } from './props'

/** Options of {@link createVoiceApp}. */
export interface VoiceAppOptions {
  /** Answers a call: the component for the answer URL, which is `/answer`. */
  answer: AnswerComponent<AnswerProps>
  /**
   * Answers when another URL failed: the component for the fallback URL, which is `/fallback`. Absent: the app does not have this path.
   */
  fallback?: AnswerComponent<FallbackProps> | undefined
  /**
   * Takes what the application's event URL receives, which is `/event`: events, and the webhooks of actions without an
   * `eventUrl`. What it renders is sent where Vonage takes an NCCO. Absent: all webhooks there are accepted and ignored.
   */
  event?: ReplyComponent<EventProps> | undefined
  /** The hooks that links lead to, each at its own path. */
  hooks?: readonly AnyHook[] | undefined
  /**
   * The public address of the server, such as `https://calls.example.com`, for links and for paths such as `/hello.mp3`. It includes
   * a prefix that a proxy or a router removes before the app sees the path. In links `basePath` follows it, in paths it does not.
   * Absent: the origin of each request.
   */
  baseUrl?: string | undefined
  /**
   * A prefix of all paths of the app, such as `/voice`. The app must see it, so a router must not remove it: in Hono,
   * `mount('/voice', app.fetch, { replaceRequest: false })`. Links include it; a path in a flow, such as `/hello.mp3`, is used as written.
   * @defaultValue no prefix
   */
  basePath?: string | undefined
  /**
   * Accepts only signed webhooks. Absent: the app accepts unsigned webhooks, and warns of it once on the console; `false`: without the
   * warning.
   */
  signature?: SignatureOptions | false | undefined
  /** Seals the params of links: a text of at least 32 characters. While a secret is replaced: several, newest first. */
  secret?: string | readonly [string, ...string[]] | undefined
  /**
   * How long a link can be used, in seconds.
   * @defaultValue 86400, one day
   */
  linkLifetime?: number | undefined
  /**
   * The time in which the app answers at the latest, in milliseconds, 100 to 10,000. Vonage waits 5,000. With an `onError`, a quarter of it,
   * at most 500, is kept for that.
   * @defaultValue 4000
   */
  deadline?: number | undefined
  /**
   * The most bytes that a body may have.
   * @defaultValue 65536
   */
  maxBody?: number | undefined
  /**
   * Take the origin of a request from `X-Forwarded-Proto` and `X-Forwarded-Host`. Use it only behind a proxy that sets both.
   * @defaultValue false
   */
  trustProxy?: boolean | undefined
  /**
   * Called for each failed flow, with its webhook, and for each refused request, without one (`error.status` is the status sent). The
   * elements it returns replace a failed flow, if they come within the rest of the deadline; refusals do not wait for it.
   */
  onError?:
    | ((
        error: unknown,
        webhook: Webhook | undefined,
        // biome-ignore lint/suspicious/noConfusingVoidType: a handler without a return statement is one of these.
      ) => NccoNode | void | Promise<NccoNode | void>)
    | undefined
  /** Called for each warning about an NCCO. The answer does not wait for it, and is sent even if it fails. */
  onWarning?: ((issue: Issue, webhook: Webhook) => void) | undefined
  /**
   * Log full error details. If false and there is no `onError`: only codes and places, and each refusal code once.
   * @defaultValue whether `process.env` exists and its `NODE_ENV` is not `production`
   */
  development?: boolean | undefined
}

/** A method of a signed webhook. */
export type SignedMethod = 'GET' | 'POST'

/** Options of signature verification, which tells that a webhook comes from Vonage. */
export interface SignatureOptions {
  /** The signature secret of the account, from the dashboard. For several accounts: one for each `api_key`. */
  secret: string | Readonly<Record<string, string>>
  /** Refuse webhooks of other applications. Absent: any application. An explicit `undefined`, as from a missing variable, is refused. */
  applicationId?: string
  /** Refuse tokens of other issuers; Vonage's say `Vonage`. Absent: any issuer. An explicit `undefined` is refused. */
  issuer?: string
  /**
   * The methods of the webhooks that are accepted. The signature of a GET does not cover its query, so anyone who has intercepted a token
   * can send a forged GET with it while it is fresh. With `['POST']` the app refuses GETs; set the `answer_method` of the application to POST.
   * @defaultValue ['GET', 'POST']
   */
  methods?: readonly [SignedMethod, ...SignedMethod[]] | undefined
  /**
   * The maximum age of a token, in seconds since its `iat`. Vonage documents no figure, and a retry may carry an older token.
   * @defaultValue 300
   */
  maxAge?: number | undefined
  /**
   * How to treat the `payload_hash` of a GET, whose form the developer guide does not document: `ignore` it, refuse a wrong hash
   * (`if-present`), or refuse a missing hash too (`require`). The latter two also refuse a query that repeats a parameter. Try them with a
   * live call first. For a POST the hash is always required.
   * @defaultValue 'ignore'
   */
  payloadHashOnGet?: 'ignore' | 'if-present' | 'require' | undefined
  /**
   * Returns whether a token was seen before, and remembers it. A token that was seen before is refused. Called last, only for tokens that
   * are valid otherwise. Several machines need a shared store.
   *
   * @param jti the id of the token
   * @param seconds how long to remember it
   */
  seen?: ((jti: string, seconds: number) => boolean | Promise<boolean>) | undefined
}
