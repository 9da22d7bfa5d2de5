import { type DetailOf, error, refusal } from '../issues/message'
import { choice, clipped, short } from '../issues/words'
import { adviceFor, type NearMiss } from './near-miss'

/** Findings of the app that serves a flow. */
export const serveMessages = {
  /**
   * An option of `createVoiceApp` has a value that it does not take, or a name that it does not have.
   * @rule serve
   */
  'bad-option': error(
    (
      d: { option: string } & (
        | { expected: string; isSetting: boolean }
        | { nearest: string | undefined }
      ),
    ) => {
      if ('nearest' in d) {
        const remedy = d.nearest === undefined ? 'Leave it out.' : `Write ${d.nearest}.`
        return [`createVoiceApp has no option ${clipped(d.option)}.`, remedy]
      }
      const hint = d.isSetting ? ' If it comes from an environment variable, set the variable.' : ''
      return [
        `The option ${d.option} of createVoiceApp must be ${d.expected}.`,
        `Give it ${d.expected}.${hint}`,
      ]
    },
  ),
  /**
   * The path of a hook, and `basePath`, start with a slash, do not end with one, and stand for themselves alone: without query, fragment, placeholders, and characters that a URL encodes.
   * @rule serve
   */
  'bad-path': error(
    ({ what, path, why }: { what: string; path: string | undefined; why: string }) => [
      `${what} cannot be ${path === undefined ? 'this' : short(path)}: ${why}.`,
      'Write a path such as "/chosen". What differs from call to call goes into the params of a link: hook({ id }).',
    ],
  ),
  /**
   * Two webhooks would arrive at one path. `/answer`, `/fallback` and `/event` are the app's own, also where it has no `fallback`.
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
   * The link leads to a hook that is not among the `hooks` of the app that serves the flow, also if another one has its path.
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
   * The webhook of this option is not the one that the hook takes, whether its link or its path stands there, so that the hook would refuse it in the middle of the call.
   * @rule serve
   */
  'wrong-hook': error(
    (d: { path: string; kind: string; option: string; taken: string | undefined }) => [
      `The hook at ${d.path} takes the ${d.kind} webhook, but ${d.taken ? `the ${d.taken} webhook` : 'none'} arrives at the URL in ${d.option}.`,
      d.taken ? `Link to a hook for the ${d.taken} webhook.` : 'Write the URL of a file there.',
    ],
  ),
  /**
   * In an app with a `secret` a hook takes only what comes by its link, so at its path alone it would refuse the webhook in the middle of the call.
   * @rule serve
   */
  'unsealed-path': error(({ path, option }: { path: string; option: string }) => [
    `The path ${path} in ${option} is that of a hook, which takes only what comes by its sealed link.`,
    `Call the hook in place of writing its path: ${option}={hook()}. If it is to take webhooks without a seal, make it with { open: true }.`,
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
   * Params travel in the URL, and a long one does not arrive everywhere.
   * @rule serve
   */
  'params-too-long': error(
    ({ path, length, longest }: { path: string; length: number; longest: number }) => [
      `The link to the hook at ${path} has ${length} characters with its params sealed, more than ${longest}.`,
      'Call the hook with less, such as the id of what your database keeps.',
    ],
  ),
  /**
   * `useCall` gives the webhook that an app is answering; `render` and `renderAsync` know of none.
   * @rule serve
   */
  'no-call': error(() => [
    'useCall was called in a flow that no app serves.',
    'Serve the flow with createVoiceApp, or pass what it needs as props.',
  ]),
  /**
   * The flow took so long that Vonage would hang up, or never settled.
   * @rule R-90
   */
  'deadline-exceeded': error(({ milliseconds }: { milliseconds: number }) => [
    `The flow gave no answer within ${milliseconds} ms.`,
    'Do slow work before the call or after it, or ask for less of it; Vonage waits 5 seconds at most.',
  ]),
  /**
   * The store that `seen` asks hangs. Answered with 503, so that Vonage sends the webhook again.
   * @rule serve
   */
  'seen-too-slow': error(({ milliseconds }: { milliseconds: number }) => [
    `No flow was started, because the seen of createVoiceApp({ signature }) gave no answer within ${milliseconds} ms.`,
    'Look at the store that it asks, and let its client fail sooner than that.',
  ]),
  /**
   * The URL of a request cannot be put together, mostly because its `Host` is none. Answered with 400.
   * @rule serve
   */
  'unreadable-url': refusal(400, () => [
    'The URL of a request cannot be read.',
    'If Vonage sent it, look at what the proxies before the app make of Host and path.',
  ]),
  /**
   * A URL in the dashboard, in a call or in a flow leads beside the app, by its base path or by a slash at its end, or a router changes the path on the way. Of the path asked for no more is shown than words before a path of the app, because strangers ask for any. Answered with 404.
   * @rule serve
   */
  'unknown-path': refusal(404, (nearMiss: NearMiss) => [
    "A request came to a path that is none of the app's.",
    `If it was a webhook, it should go to ${choice(nearMiss.suggested)}. ${adviceFor(nearMiss)}`,
  ]),
  /**
   * Webhooks come as GET and POST. Answered with 405.
   * @rule serve
   */
  'unknown-method': refusal(405, ({ path }: { path: string }) => [
    `A request came to ${path} with another method than those of webhooks.`,
    'Send a webhook as GET or POST.',
  ]),
  /**
   * Somebody else has read the body, or is about to, and did not keep its bytes. Answered with 503.
   * @rule serve
   */
  'body-already-read': refusal(503, () => [
    'Somebody else reads the body before the app can, and its bytes, which the signature is about, are gone.',
    'Hand over a Request before its body is read, and read request.clone() elsewhere. In Node mount the app before the body parser, or keep the bytes: express.json({ verify: (req, _, bytes) => { req.rawBody = bytes } }). In Fastify put the route into a plugin of its own, and leave bodies unparsed there: instance.removeAllContentTypeParsers(); instance.addContentTypeParser("*", (request, body, done) => done(null))',
  ]),
  /**
   * Vonage sends the body of a POST as JSON. Answered with 415.
   * @rule serve
   */
  'unsupported-type': refusal(415, () => [
    'The content type of a POST is not application/json.',
    'Send JSON, with its content type.',
  ]),
  /**
   * The body is not JSON in UTF-8, or did not arrive whole. Answered with 400.
   * @rule serve
   */
  'body-not-json': refusal(400, () => [
    'The body of a POST is not JSON, or did not arrive whole.',
    'Send one JSON object in UTF-8.',
  ]),
  /**
   * The body has more bytes than `maxBody`. Answered with 413.
   * @rule serve
   */
  'body-too-large': refusal(413, ({ limit }: { limit: number }) => [
    `The body of a POST has more than ${limit} bytes.`,
    'If Vonage sends such bodies, raise maxBody of createVoiceApp.',
  ]),
  /**
   * The body did not arrive before the deadline. Answered with 503, so that Vonage sends it again.
   * @rule serve
   */
  'body-too-slow': refusal(503, ({ milliseconds }: { milliseconds: number }) => [
    `The body of a POST did not arrive within ${milliseconds} ms.`,
    'Look at the network and the proxies before the app.',
  ]),
  /**
   * The payload is not that of the webhook that this path is for, or a field has another type than documented. Answered with 422.
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
        ? `The ${d.found} webhook at ${d.path} lacks a field that is documented, or has it with another type: ${d.fields.join(', ')}.`
        : `${d.path} expects ${d.expected}, but received ${d.found ? `the ${d.found} webhook` : 'no webhook of a call'}.`,
      'Look at which URL is set where: in the application, in the call, and in the flow.',
    ],
  ),
  /**
   * The seal of a link was taken away, altered or cut, made with another secret or for another hook or app, or is too old. Answered with 403.
   * @rule serve
   */
  'bad-link': refusal(403, ({ path, why }: { path: string; why: string }) => [
    `A link to the hook at ${path} is refused: ${why}.`,
    'If the secret was changed, keep the old one for a while: secret: [newest, older]. If the link was too old, raise linkLifetime. If the URL is set elsewhere, so that no link leads there, make the hook with { open: true }.',
  ]),
  /**
   * The app takes signed webhooks only, and Vonage's rarely come without a signature. Answered with 503, so that such a one is sent again.
   * @rule signed webhooks
   */
  'missing-signature': refusal(503, () => [
    'A webhook is not signed: there is no Authorization header.',
    'If all that Vonage sends are such, turn on signed webhooks for the application, and look whether a proxy takes the header away.',
  ]),
  /**
   * The signature is not that of Vonage for this webhook, or is too old. Answered with 401, after which Vonage does not send it again.
   * @rule signed webhooks
   */
  'bad-signature': refusal(401, ({ why }: { why: string }) => [
    `The signature of a webhook is refused: ${why}.`,
    'If Vonage sent it, compare the signature secret and the ids in createVoiceApp({ signature }) with those in the dashboard.',
  ]),
}

/** Permanent name of what an app refuses; `docs/errors.md` has a section for each. */
export type ServeCode = keyof typeof serveMessages

/** What must be known to say this. */
export type ServeDetail<C extends ServeCode> = DetailOf<(typeof serveMessages)[C]>
