import { app } from './app'

/** The event of a function URL or an HTTP API of AWS Lambda, as far as it is needed here. */
interface LambdaEvent {
  readonly rawPath: string
  readonly rawQueryString: string
  readonly headers: Readonly<Record<string, string>>
  readonly requestContext: {
    readonly domainName: string
    readonly http: { readonly method: string }
  }
  readonly body?: string
  readonly isBase64Encoded: boolean
}

export async function handler(event: LambdaEvent) {
  const { rawPath, rawQueryString, headers, requestContext, body = '', isBase64Encoded } = event
  // Not a Request, which takes neither a GET with a body nor every method.
  const reply = await app.respond({
    method: requestContext.http.method,
    url: `https://${requestContext.domainName}${rawPath}?${rawQueryString}`,
    header: (name) => headers[name] ?? null,
    body: async () => Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
  })
  return { statusCode: reply.status, headers: reply.headers, body: reply.body ?? '' }
}
