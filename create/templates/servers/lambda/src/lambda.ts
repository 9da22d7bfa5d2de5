import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import app from './app'

/** Answers the events of a function URL or an HTTP API. */
export async function handler(
  event: APIGatewayProxyEventV2,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { rawPath, rawQueryString, headers, requestContext, body = '', isBase64Encoded } = event
  const reply = await app.respond({
    method: requestContext.http.method,
    url: `https://${requestContext.domainName}${rawPath}?${rawQueryString}`,
    header: (name) => headers[name] ?? null,
    body: async () => Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
  })
  return { statusCode: reply.status, headers: reply.headers, body: reply.body ?? '' }
}
