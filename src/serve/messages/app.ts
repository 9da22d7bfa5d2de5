import { error } from '../../issues/message'
import { clipped, short } from '../../issues/words'
import { foundOption, type RefusedOption, remedyOfOption } from '../option-words'

/** Findings of the app that serves a flow. */
export const appMessages = {
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
   * Node, Express and Fastify call a handler with a request and a response of their own.
   * @rule serve
   */
  'not-a-request': error(() => [
    'app.fetch was called with something that is not a Request, such as the request of Node or Express.',
    'Write toNodeHandler(app) from ncco-jsx/node: express.use("/voice", toNodeHandler(app)).',
  ]),
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
}
