import { error } from '../../issues/message'

/** Findings about links to hooks and to questions. */
export const linkMessages = {
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
}
