import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { onTestFinished } from 'vitest'
import { isJsonObject } from '../../../src/element/json'

// The description is written from public facts about the Voice API, and knows nothing of the simulator.
const url = new URL('./voice-api.openapi.json', import.meta.url)
const description = JSON.parse(readFileSync(url, 'utf8'))

const ajv = new Ajv2020({
  allErrors: true,
  strictRequired: false,
  strictTypes: false,
  strictTuples: false,
})
ajv.addVocabulary(['openapi', 'info', 'servers', 'security', 'paths', 'components'])
ajv.addSchema(description, 'voice-api')

export type Schema = Readonly<Record<string, unknown>>

export interface Operation {
  readonly id: string
  readonly method: string
  /** The path with its parameters in braces. */
  readonly path: string
  readonly body: Schema | undefined
  readonly query: readonly { readonly name: string; readonly schema: Schema }[]
  readonly responses: Readonly<Record<string, { readonly content?: Record<string, unknown> }>>
}

export const operations: readonly Operation[] = Object.entries(
  description.paths as Record<string, Record<string, Record<string, never>>>,
).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    id: String(operation.operationId),
    method: method.toUpperCase(),
    path,
    body: (operation.requestBody as never as { content: Record<string, { schema: Schema }> })
      ?.content['application/json']?.schema,
    query: operation.parameters ?? [],
    responses: Object.fromEntries(
      Object.entries(operation.responses ?? {}).map(([status, response]) => [
        status,
        resolve(response) as object,
      ]),
    ),
  })),
)

/** What a `$ref` leads to. */
export function resolve(schema: unknown): unknown {
  const reference = isJsonObject(schema) ? schema.$ref : undefined
  if (typeof reference !== 'string') return schema
  const keys = reference.slice(2).split('/')
  const found = keys.reduce(
    (value: Record<string, never> | undefined, key) => value?.[key],
    description,
  )
  if (found === undefined) throw new Error(`${reference} leads nowhere.`)
  return resolve(found)
}

const compiled = new Map<unknown, (value: unknown) => string[]>()

/** The errors of a value; none if the schema of the description allows it. */
export function errorsOf(schema: unknown, value: unknown): string[] {
  let validate = compiled.get(schema)
  if (!validate) {
    const check = ajv.compile(absolute(schema) as object)
    validate = (given) =>
      check(given)
        ? []
        : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
    compiled.set(schema, validate)
  }
  return validate(value)
}

/** Lets references lead into the description from a schema that is compiled by itself. */
function absolute(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(absolute)
  if (!isJsonObject(schema)) return schema
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === '$ref' ? `voice-api${value}` : absolute(value),
    ]),
  )
}

/** A request and its answer. */
export interface Exchange {
  readonly method: string
  readonly url: URL
  readonly body: unknown
  readonly status: number
  readonly contentType: string
  readonly answer: unknown
}

function operationOf({ method, url }: Pick<Exchange, 'method' | 'url'>) {
  const pathname = url.pathname.replace(/^\/\/+/, '/')
  return operations.find(
    (operation) =>
      operation.method === method &&
      new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(pathname),
  )
}

/** What is wrong with the request, by the description. */
function requestErrors({ method, url, body }: Exchange): string[] {
  const operation = operationOf({ method, url })
  if (!operation) return ['no such operation']
  const query = operation.query.flatMap(({ name, schema }) => {
    const given = url.searchParams.get(name)
    if (given === null) return []
    const isNumber = schema.type === 'integer' && /^-?\d+(\.\d+)?$/.test(given)
    return errorsOf(schema, isNumber ? Number(given) : given).map((error) => `${name}${error}`)
  })
  return [...query, ...(operation.body ? errorsOf(operation.body, withoutNulls(body)) : [])]
}

/** Whether null counts as absent is undocumented; the simulator takes it so. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (!isJsonObject(value)) return value
  const given = Object.entries(value).filter(([, entry]) => entry !== null)
  return Object.fromEntries(given.map(([key, entry]) => [key, withoutNulls(entry)]))
}

/** Where the answer is not one that the description has for the request. */
function answerErrors(exchange: Exchange): string[] {
  const operation = operationOf(exchange)
  const { status, contentType, answer } = exchange
  if (!operation) return [404, 405].includes(status) ? [] : [`${status} at an unknown path`]
  const response = operation.responses[status]
  if (!response) return [`${status} is not described`]
  const [type = ''] = contentType.split(';')
  if (!response.content) return answer === '' || status === 200 ? [] : ['a body']
  const media = (response.content[type] ?? response.content['*/*']) as Schema | undefined
  if (!media) return [`a body of ${type || 'no type'}`]
  return media.schema ? errorsOf(media.schema, answer) : []
}

/**
 * Where the two do not agree. What the description refuses is refused; what it allows is not refused for a field.
 */
export function disagreements(exchange: Exchange): string[] {
  const { status, answer } = exchange
  const wrong = requestErrors(exchange)
  const isRefused = status >= 400
  const isRefusedForField = status === 400 && isJsonObject(answer) && 'invalid_parameters' in answer
  return [
    ...answerErrors(exchange),
    ...(wrong.length > 0 && !isRefused ? [`accepted in spite of: ${wrong.join('; ')}`] : []),
    ...(wrong.length === 0 && isRefusedForField
      ? [`refused: ${JSON.stringify(answer.invalid_parameters)}`]
      : []),
  ]
}

interface Api {
  fetch(request: Request): Promise<Response>
}

/** Passes requests on to the API, and hands over each with its answer. */
export function watched(api: Api, onExchange: (exchange: Exchange) => void): Api {
  return {
    async fetch(request) {
      const sent = await request.clone().text()
      const response = await api.fetch(request)
      onExchange(await exchangeOf(request, sent, response.clone()))
      return response
    },
  }
}

/** Keeps what is fetched from an origin until the test ends. */
export function recordFetches(origin: string): readonly Exchange[] {
  const exchanges: Exchange[] = []
  const real = globalThis.fetch
  globalThis.fetch = async (input, init) => {
    const { url } = new Request(input instanceof Request ? input.url : input)
    if (!url.startsWith(origin)) return real(input, init)
    const request = new Request(input, init)
    const response = await real(request.clone())
    exchanges.push(await exchangeOf(request, await request.text(), response.clone()))
    return response
  }
  onTestFinished(() => {
    globalThis.fetch = real
  })
  return exchanges
}

async function exchangeOf(request: Request, sent: string, response: Response): Promise<Exchange> {
  const contentType = response.headers.get('content-type') ?? ''
  const received = await response.text()
  return {
    method: request.method,
    url: new URL(request.url),
    body: sent === '' ? undefined : parsed(sent),
    status: response.status,
    contentType,
    answer: contentType.includes('json') ? parsed(received) : received,
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
