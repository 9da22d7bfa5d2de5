import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { handler } from '../../examples/servers/lambda'

// Stands for the function URL of AWS Lambda: turns a request into an event of format 2.0, and what comes back into a response.
createServer(async (request, response) => {
  const { method = 'GET', headers, url = '/' } = request
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  const body = await buffer(request)
  const {
    statusCode,
    headers: sent,
    body: text,
  } = await handler({
    rawPath: pathname,
    rawQueryString: searchParams.toString(),
    headers: headers as Record<string, string>,
    requestContext: { domainName: 'abc.lambda-url.eu-west-1.on.aws', http: { method } },
    // A request without a body is an event without one.
    ...(body.length > 0 && { body: body.toString('base64') }),
    isBase64Encoded: true,
  })
  response.writeHead(statusCode, sent).end(text)
}).listen(process.env.PORT)
