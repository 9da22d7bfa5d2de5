import type { RequestAct } from './act'
import { placePattern } from './call-ids'
import { literal } from './literal'
import { withoutAuthorization } from './request-body'
import type { SavedCall } from './saved-call'
import { functionLines, optionLines } from './saved-dial'

/** A server for the REST side, which the app finds where it looks for Vonage. */
export const serverLines = [
  '',
  '// Before the app is imported, which reads where its requests go.',
  'const server = await vi.hoisted(async () => {',
  "  const { createServer } = await import('node:http')",
  "  const server = createServer().listen(0, '127.0.0.1')",
  "  await new Promise((resolve) => server.once('listening', resolve))",
  '  const { port } = server.address() as AddressInfo',
  "  process.env.VONAGE_API_HOST = 'http://127.0.0.1:' + port",
  '  return server',
  '})',
  'afterAll(() => {',
  '  server.closeAllConnections()',
  '  server.close()',
  '})',
]

/** Makes the platform, with the application that uses its REST side. */
export function platformLines(call: SavedCall): string[] {
  const { rest, startsAt } = call
  if (!rest) return [`  const platform = createPlatform({ startsAt: ${literal(startsAt)} })`]
  return [
    '  const platform = createPlatform({',
    `    startsAt: ${literal(startsAt)},`,
    '    limits: false,',
    ...(rest.hasServer ? ['    regionUrl: process.env.VONAGE_API_HOST,'] : []),
    '    application: {',
    ...[
      `id: ${literal(rest.applicationId)},`,
      'publicKey: false,',
      targetOf(call),
      "pace: 'manual',",
      ...optionLines(applicationOptions(call), call).map((line) => `${line},`),
      ...functionLines(call),
    ].map((line) => `      ${line}`),
    '    },',
    '  })',
    ...(rest.hasServer ? ["  server.on('request', toNodeHandler(platform.api))"] : []),
    ...(call.acts.some(({ act }) => act.kind === 'request') ? askLines : []),
  ]
}

/** What answers the webhooks of calls that the application makes. */
function targetOf({ target }: SavedCall): string {
  if ('url' in target) return `target: ${literal(target.url)},`
  if (target.exports !== 'ncco') return 'target,'
  return "target: ({ url }) => new URL(url).pathname === '/answer' ? Response.json(target) : new Response(null, { status: 204 }),"
}

/** Those options of a call that are of its application. */
function applicationOptions({ options, rest }: SavedCall): SavedCall['options'] {
  const { answerMethod, baseUrl, eventUrl = rest?.eventUrl, fallbackUrl } = options
  return { eventUrl, answerMethod, baseUrl, fallbackUrl }
}

const askLines = [
  '  const ask = async (method: string, path: string, body?: object) => {',
  "    const headers = { 'content-type': 'application/json' }",
  '    const init = { method, headers, body: JSON.stringify(body) }',
  "    const request = new Request('https://api.nexmo.com' + path, init)",
  '    return (await platform.api.fetch(request)).ok',
  '  }',
]

/** Makes a request again. */
export function requestLines({ method, path, body }: RequestAct): string[] {
  const given = [
    literal(method),
    literal(path),
    ...(body === undefined ? [] : [literal(JSON.parse(withoutAuthorization(body)), 2)]),
  ]
  return [`  expect(await ask(${withCalls(given.join(', '))})).toBe(true)`]
}

const quoted = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g

/** Source whose texts have the ids of calls where they have places for them. */
function withCalls(source: string): string {
  return source.replace(quoted, (text) => {
    const inner = text.slice(1, -1)
    if (inner.search(placePattern) < 0) return text
    const plain = inner.replaceAll('`', '\\`').replaceAll('${', '\\${')
    return `\`${plain.replace(placePattern, (_, ...place) => `\${${idOf(place)}}`)}\``
  })
}

function idOf([kind, call, leg]: readonly (string | undefined)[]): string {
  const one = `platform.calls[${Number(call) - 1}]?`
  if (kind === 'conversation') return `${one}.conversationUuid`
  return leg === undefined ? `${one}.leg.uuid` : `${one}.legs[${Number(leg) - 1}]?.uuid`
}
