import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'

// Stands for the function URL on this machine: turns a request into an event, and the result into a response.
const port = Number(process.env.PORT ?? 3000)
process.env.BASE_URL ??= `http://localhost:${port}`
// It reads the variable.
const { handler } = await import('./lambda')

const server = createServer(async (request, response) => {
  const { method = 'GET', headers, url = '/' } = request
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  const body = await buffer(request)
  const event = {
    rawPath: pathname,
    rawQueryString: searchParams.toString(),
    headers,
    requestContext: { domainName: headers.host, http: { method } },
    ...(body.length > 0 && { body: body.toString('base64') }),
    isBase64Encoded: true,
  } as APIGatewayProxyEventV2
  const { statusCode = 200, headers: sent, body: text } = await handler(event)
  response.writeHead(statusCode, sent as Record<string, string>).end(text)
})
server.listen(port, () => {
  console.log(`Answers calls at http://localhost:${port}/voice/answer`)
})
