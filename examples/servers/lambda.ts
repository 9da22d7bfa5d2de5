import { app } from './app'

/** What a function URL or an HTTP API of AWS Lambda hands over, as far as it is needed here. */
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
  const { rawPath, rawQueryString, headers, requestContext, body, isBase64Encoded } = event
  const response = await app.fetch(
    new Request(`https://${requestContext.domainName}${rawPath}?${rawQueryString}`, {
      method: requestContext.http.method,
      headers,
      body: body === undefined ? null : Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
    }),
  )
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  }
}
