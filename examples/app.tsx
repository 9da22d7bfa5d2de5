import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { NccoError, type NccoNode, renderAsync } from 'ncco-jsx'
import { BaseUrl } from './base-url'
import { webhooks as greeting } from './greeting/flow'
import { examples } from './index'
import type { Webhooks } from './webhooks'

/** What a caller of the server did wrong, with the status that says so. */
class BadRequest extends Error {
  constructor(
    readonly status: 400 | 415 | 422,
    message: string,
  ) {
    super(message)
  }
}

/** Every example at its own path, such as `/voicemail/answer`, and the greeting at `/answer` too. */
export function createExampleApp(): Hono {
  const app = new Hono()
  app.use(
    bodyLimit({
      maxSize: 64 * 1024,
      onError: (context) => context.json({ error: 'The body is over 64 KiB.' }, 413),
    }),
  )
  app.get('/', (context) => context.json({ answers: [...paths()] }))
  mount(app, '', greeting)
  for (const [name, webhooks] of Object.entries(examples)) mount(app, `/${name}`, webhooks)
  app.notFound((context) => context.json({ error: 'There is no webhook at this path.' }, 404))
  app.onError((error, context) => {
    if (error instanceof BadRequest) return context.json({ error: error.message }, error.status)
    // Only our own messages are free of callers' data.
    console.error(error instanceof NccoError ? error.message : 'A flow failed.')
    // Of the server errors, 503 is one that Vonage retries before it uses the fallback URL.
    return context.json({ error: 'The flow failed.' }, 503)
  })
  return app
}

/** The paths that answer with an NCCO. */
export function* paths(): Generator<string> {
  for (const [name, webhooks] of Object.entries(examples)) {
    for (const [path, webhook] of Object.entries(webhooks)) {
      if (webhook !== 'event') yield `/${name}${path}`
    }
  }
}

function mount(app: Hono, base: string, webhooks: Webhooks): void {
  for (const [path, webhook] of Object.entries(webhooks)) {
    app.on(['GET', 'POST'], base + path, async (context) => {
      const fields = await readFields(context.req.raw)
      if (webhook === 'event') return context.body(null, 204)
      // The fields are whatever was sent; a flow reads those that it knows.
      const Webhook = webhook as (props: object) => NccoNode
      const ncco = await renderAsync(
        <BaseUrl.Provider value={new URL(context.req.url).origin + base}>
          <Webhook {...fields} />
        </BaseUrl.Provider>,
        { onWarning: ({ code, message }) => console.warn(`${code}: ${message}`) },
      )
      return context.json(ncco)
    })
    app.all(base + path, (context) =>
      context.json({ error: 'Vonage sends GET or POST.' }, 405, { Allow: 'GET, POST' }),
    )
  }
}

/** The fields of a webhook: from the query of a GET, from the JSON of a POST. */
async function readFields(request: Request): Promise<Record<string, unknown>> {
  const fields = request.method === 'POST' ? await readJson(request) : readQuery(request)
  if (typeof fields.conversation_uuid !== 'string' || fields.conversation_uuid === '') {
    throw new BadRequest(
      422,
      'The field conversation_uuid is missing: every webhook of a call has it.',
    )
  }
  return fields
}

async function readJson(request: Request): Promise<Record<string, unknown>> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) {
    throw new BadRequest(415, 'The content type of a POST must be application/json.')
  }
  const body: unknown = await request.json().catch(() => {
    throw new BadRequest(400, 'The body is not JSON.')
  })
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new BadRequest(422, 'The body must be a JSON object.')
  }
  return { ...body }
}

/** In a query, a nested value such as `dtmf` is JSON text. */
function readQuery(request: Request): Record<string, unknown> {
  const query = new URL(request.url).searchParams
  return Object.fromEntries(
    [...query].map(([name, value]) => [name, nested.has(name) ? parse(value) : value]),
  )
}

const nested = new Set(['custom_data', 'dtmf', 'speech', 'payload', 'original_request'])

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
