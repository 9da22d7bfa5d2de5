import { refusal } from '../../issues/message'
import { choice } from '../../issues/words'
import { type LinkFault, linkFaults } from '../link-faults'
import { adviceFor, type NearMiss } from '../near-miss'

/** How to try an app that takes only signed webhooks, without Vonage. */
export const withoutVonage =
  'To try the app without Vonage, call it with dial(app, { signature: { secret } }) of ncco-jsx/simulate, or make it with signature: false.'

/** Requests that the app refuses, each with its HTTP status. */
export const requestMessages = {
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
   * The app accepts only signed webhooks. The response is 503, so that Vonage sends again what it occasionally sends unsigned.
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
