import { type DetailOf, error, refusal } from '../issues/message'
import { choice, clipped, short } from '../issues/words'
import { adviceFor, type NearMiss } from './near-miss'
import { foundOption, type RefusedOption, remedyOfOption } from './option-words'

/** How to try an app that takes only signed webhooks, without Vonage. */
export const withoutVonage =
  'To try the app without Vonage, call it with dial(app, { signature: { secret } }) of ncco-jsx/simulate, or make it with signature: false.'

const asWritten = 'Use the link as the app wrote it.'

/** Why a link is refused, and the remedy. */
const linkFaults = {
  'no-seal': [
    'it has no seal',
    'Call the hook where the URL is written. If the URL is configured elsewhere, so that no link leads there, make the hook with { open: true }.',
  ],
  'no-secret': [
    'it is sealed, and the app has no secret',
    'Give the app the secret that sealed the link.',
  ],
  'too-long': ['it is longer than any that an app writes', asWritten],
  unreadable: [
    'it was altered, or sealed with another secret',
    `If the secret was changed, keep the old one for a while: secret: [newest, older]. Otherwise: ${asWritten}`,
  ],
  'other-path': [
    'it was made for another path',
    `${asWritten} If the basePath or the path of the hook was changed, earlier links no longer lead there.`,
  ],
  'too-old': ['it is too old', 'If links must last longer, raise linkLifetime.'],
} as const

/** The fault of a refused link. */
export type LinkFault = keyof typeof linkFaults

/** Findings of the app that serves a flow. */
export const serveMessages = {
  /**
   * An option of `createVoiceApp` has a value that it does not take, or a name that it does not have.
   * @rule serve
   */
  'bad-option': error((d: RefusedOption | { option: string; nearest: string | undefined }) => {
    if ('nearest' in d) {
      const remedy = d.nearest === undefined ? 'Leave it out.' : `Write ${d.nearest}.`
      return [`createVoiceApp has no option ${clipped(d.option)}.`, remedy]
    }
    return [
      `The option ${d.option} of createVoiceApp must be ${d.expected}, but is ${foundOption(d)}.`,
      remedyOfOption(d),
    ]
  }),
  /**
   * The path of a hook, and `basePath`, start with a slash and do not end with one. They have no query, no fragment, no placeholders and no characters that a URL encodes.
   * @rule serve
   */
  'bad-path': error(
    ({ what, path, why }: { what: string; path: string | undefined; why: string }) => [
      `${what} cannot be ${path === undefined ? 'this' : short(path)}: ${why}.`,
      'Write a path such as "/chosen". Values that differ from call to call go into the params of a link: hook({ id }).',
    ],
  ),
  /**
   * Two webhooks would arrive at one path. `/answer`, `/fallback` and `/event` are reserved, also in an app without a `fallback`.
   * @rule serve
   */
  'path-taken': error(({ path, by }: { path: string; by: string }) => [
    `The hook at ${path} has the path of ${by}.`,
    'Give each hook a path of its own.',
  ]),
  /**
   * A key that seals links must be hard to guess.
   * @rule serve
   */
  'weak-secret': error(() => [
    'A secret of createVoiceApp has fewer than 32 characters, which can be guessed.',
    `If it comes from an environment variable, set the variable. Make one with: node -e "console.log(crypto.randomBytes(32).toString('base64url'))" and keep it out of the source.`,
  ]),
  /**
   * The link leads to a hook that is not among the `hooks` of the app that serves the flow. Another hook may have its path.
   * @rule serve
   */
  'unknown-hook': error(({ path, taken }: { path: string; taken: string | undefined }) =>
    taken === undefined
      ? [
          `The link leads to a hook at ${path}, which the app does not have.`,
          'Add the hook: createVoiceApp({ hooks: […] }).',
        ]
      : [
          `The link leads to a hook at ${path}, which the app does not have: ${taken} has its path.`,
          'Give the hook a path of its own, and add it: createVoiceApp({ hooks: […] }).',
        ],
  ),
  /**
   * The hook takes another webhook than the one that arrives at the URL of this option, so it would refuse the webhook in the middle of the call. This holds for the hook's link and for its path.
   * @rule serve
   */
  'wrong-hook': error(
    (d: { path: string; kind: string; option: string; taken: string | undefined }) => [
      `The hook at ${d.path} takes the ${d.kind} webhook, but ${d.taken ? `the ${d.taken} webhook` : 'none'} arrives at the URL in ${d.option}.`,
      d.taken ? `Link to a hook for the ${d.taken} webhook.` : 'Write the URL of a file there.',
    ],
  ),
  /**
   * In an app with a `secret`, a hook accepts only webhooks that come by its sealed link, so it would refuse what comes to its plain path in the middle of the call.
   * @rule serve
   */
  'unsealed-path': error(({ path, option }: { path: string; option: string }) => [
    `The path ${path} in ${option} belongs to a hook, which accepts only webhooks that come by its sealed link.`,
    `Call the hook instead of writing its path: ${option}={hook()}. If it has to accept webhooks without a seal, make it with { open: true }.`,
  ]),
  /**
   * Params travel sealed in the URL, and without a secret there is nothing to seal them with.
   * @rule serve
   */
  'link-without-secret': error(({ path }: { path: string }) => [
    `The link to the hook at ${path} has params, but the app has no secret to seal them with.`,
    `Make a secret with: node -e "console.log(crypto.randomBytes(32).toString('base64url'))" and give it to the app: createVoiceApp({ secret: process.env.LINK_SECRET }).`,
  ]),
  /**
   * Params travel as JSON.
   * @rule serve
   */
  'params-not-json': error(({ path }: { path: string }) => [
    `The params of the link to the hook at ${path} are not JSON.`,
    'Call the hook with plain JSON: texts, finite numbers, booleans, null, arrays and plain objects.',
  ]),
  /**
   * Params travel in the URL, and servers and proxies refuse long URLs.
   * @rule serve
   */
  'params-too-long': error(
    ({ path, length, longest }: { path: string; length: number; longest: number }) => [
      `The link to the hook at ${path} has ${length} characters with its params sealed, more than ${longest}.`,
      'Call the hook with less, such as the id of a record in your database.',
    ],
  ),
  /**
   * Node, Express and Fastify call a handler with a request and a response of their own.
   * @rule serve
   */
  'not-a-request': error(() => [
    'app.fetch was called with something that is not a Request, such as the request of Node or Express.',
    'Write toNodeHandler(app) from ncco-jsx/node: express.use("/voice", toNodeHandler(app)).',
  ]),
  /**
   * Outside of a call there is no request whose origin could begin a URL.
   * @rule serve
   */
  'no-base-url': error(({ what }: { what: string }) => [
    `${what} needs a whole URL outside of a call, but the app has no baseUrl.`,
    'Give the app the public address of its server: createVoiceApp({ baseUrl: "https://calls.example.com" }).',
  ]),
  /**
   * `app.link` writes the link that calling a hook gives.
   * @rule serve
   */
  'not-a-link': error(({ found }: { found: string }) => [
    `app.link takes a link to a hook, but got ${found}.`,
    'Call the hook, with its params: app.link(hook({ id })).',
  ]),
  /**
   * The state of a dialog travels in the URL of its question: the webhook that the flow began with, the answers so far, and the results of `once`. Servers and proxies refuse long URLs.
   * @rule serve
   */
  'dialog-too-long': error(
    ({ path, length, longest }: { path: string; length: number; longest: number }) => [
      `The link of the question at ${path} has ${length} characters with all that was answered sealed, more than ${longest}.`,
      'Let once(…) return ids instead of whole records, or let a hook begin a new flow with what it needs as params.',
    ],
  ),
  /**
   * `useWebhook` gives the webhook that an app is answering. `render` and `renderAsync` answer no webhook.
   * @rule serve
   */
  'no-webhook': error(({ isRunning }: { isRunning: boolean }) =>
    isRunning
      ? [
          'useWebhook was called in a flow that no app serves.',
          'Serve the flow with createVoiceApp, or pass the values it needs as props.',
        ]
      : [
          'useWebhook was called while no component was running: outside of a flow, or after an await in an async component.',
          'Call it at the top of a component, before the first await, and keep the webhook in a variable. In onError, use its second parameter.',
        ],
  ),
  /**
   * The flow took so long that Vonage would hang up, or it never settled. The place is the component that was waited for, if it was one.
   * @rule R-90
   */
  'deadline-exceeded': error(({ milliseconds }: { milliseconds: number }) => [
    `The flow gave no answer within ${milliseconds} ms.`,
    'Move slow work before or after the call, or do less of it. Vonage waits at most 5 seconds.',
  ]),
  /**
   * The store that `seen` asks does not answer. The response is 503, so that Vonage sends the webhook again.
   * @rule serve
   */
  'seen-too-slow': error(({ milliseconds }: { milliseconds: number }) => [
    `No flow was started, because signature.seen of createVoiceApp gave no answer within ${milliseconds} ms.`,
    'Check the store that it asks, and give its client a shorter timeout.',
  ]),
  /**
   * The URL of a request cannot be read, usually because its `Host` is malformed. The response is 400.
   * @rule serve
   */
  'unreadable-url': refusal(400, () => [
    'The URL of a request cannot be read.',
    'If Vonage sent it, check what the proxies in front of the app do to the Host and the path.',
  ]),
  /**
   * A configured URL misses the app (wrong base path, trailing slash, or a router rewrote it). The requested path is not shown, since anyone can request any path; in development, a prefix of plain words is. The response is 404.
   * @rule serve
   */
  'unknown-path': refusal(404, (nearMiss: NearMiss) => [
    'A request came to a path that the app does not have.',
    `If it was a webhook, it should go to ${choice(nearMiss.suggested)}. ${adviceFor(nearMiss)}`,
  ]),
  /**
   * Webhooks come as GET and POST. The response is 405.
   * @rule serve
   */
  'unknown-method': refusal(405, ({ path }: { path: string }) => [
    `A request came to ${path} with a method that webhooks do not use.`,
    'Send a webhook as GET or POST.',
  ]),
  /**
   * The app accepts only the methods in `signature.methods`. The signature of a GET does not cover its query. The response is 405.
   * @rule signed webhooks
   */
  'refused-method': refusal(405, (d: { path: string; refused: string; accepted: string }) => [
    `A ${d.refused} came to ${d.path}, but signature.methods of createVoiceApp accepts only ${d.accepted}.`,
    `If Vonage sent it, set answer_method and event_method of the application, or eventMethod of the action, to ${d.accepted}.`,
  ]),
  /**
   * Other code has read the body, or is about to, and did not keep its bytes. The response is 503.
   * @rule serve
   */
  'body-already-read': refusal(503, () => [
    'Other code read the body before the app could, and its bytes, which the signature covers, are gone.',
    'Pass a Request before its body is read, and read request.clone() elsewhere. In Node, mount the app before the body parser, or keep the bytes: express.json({ verify: (req, _, bytes) => { req.rawBody = bytes } }). In Fastify, put the route into a plugin of its own, and leave bodies unparsed there: instance.removeAllContentTypeParsers(); instance.addContentTypeParser("*", (request, body, done) => done(null))',
  ]),
  /**
   * Vonage sends the body of a POST as JSON. The response is 415.
   * @rule serve
   */
  'unsupported-type': refusal(415, () => [
    'The content type of a POST is not application/json.',
    'Send JSON, with its content type.',
  ]),
  /**
   * The body is not JSON in UTF-8, or did not arrive completely. The response is 400.
   * @rule serve
   */
  'body-not-json': refusal(400, () => [
    'The body of a POST is not JSON, or did not arrive completely.',
    'Send one JSON object in UTF-8.',
  ]),
  /**
   * The body has more bytes than `maxBody`. The response is 413.
   * @rule serve
   */
  'body-too-large': refusal(413, ({ limit }: { limit: number }) => [
    `The body of a POST has more than ${limit} bytes.`,
    'If Vonage sends such bodies, raise maxBody of createVoiceApp.',
  ]),
  /**
   * The body did not arrive before the deadline. The response is 503, so that Vonage sends the webhook again.
   * @rule serve
   */
  'body-too-slow': refusal(503, ({ milliseconds }: { milliseconds: number }) => [
    `The body of a POST did not arrive within ${milliseconds} ms.`,
    'Check the network and the proxies in front of the app.',
  ]),
  /**
   * The payload is not the webhook that this path takes, or a field has another type than documented. The response is 422.
   * @rule serve
   */
  'unexpected-webhook': refusal(
    422,
    (d: {
      path: string
      expected: string
      found: string | undefined
      fields: readonly string[]
    }) => [
      d.fields.length > 0
        ? `The ${d.found} webhook at ${d.path} lacks a documented field, or has it with another type: ${d.fields.join(', ')}.`
        : `${d.path} expects ${d.expected}, but received ${d.found ? `the ${d.found} webhook` : 'no webhook of a call'}.`,
      'Check which URL is set in the application, in the call and in the flow.',
    ],
  ),
  /**
   * The seal of a link is missing, altered, cut or too old, or was made with another secret, for another hook or for another app. The remedy depends on which. The response is 403.
   * @rule serve
   */
  'bad-link': refusal(403, ({ path, fault }: { path: string; fault: LinkFault }) => {
    const [why, remedy] = linkFaults[fault]
    return [`A link to ${path} is refused: ${why}.`, remedy]
  }),
  /**
   * The app accepts only signed webhooks. Vonage occasionally sends an unsigned webhook; 503 makes it retry.
   * @rule signed webhooks
   */
  'missing-signature': refusal(503, ({ isDevelopment }: { isDevelopment: boolean }) => [
    'A webhook is not signed: there is no Authorization header.',
    `If every webhook from Vonage is unsigned, turn on signed webhooks for the application, and check whether a proxy removes the header.${isDevelopment ? ` ${withoutVonage}` : ''}`,
  ]),
  /**
   * The signature is not the one that Vonage makes for this webhook, or is too old. The response is 401, after which Vonage does not retry.
   * @rule signed webhooks
   */
  'bad-signature': refusal(401, ({ why }: { why: string }) => [
    `The signature of a webhook is refused: ${why}.`,
    'If Vonage sent it, compare the signature secret and the ids in createVoiceApp({ signature }) with those in the dashboard.',
  ]),
}

/** Permanent name of an error of an app; `docs/errors.md` has a section for each. */
export type ServeCode = keyof typeof serveMessages

/** The values in the words of a code. */
export type ServeDetail<C extends ServeCode> = DetailOf<(typeof serveMessages)[C]>
