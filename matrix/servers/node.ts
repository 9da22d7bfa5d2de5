import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { toNodeHandler } from 'ncco-jsx/node'
import { answer, app } from './script'

const handle = toNodeHandler(app)

createServer(async (request, response) => {
  if (request.url?.startsWith('/voice/')) return handle(request, response)
  const { method = 'GET', url } = request
  const body = method === 'GET' ? null : await text(request)
  const answered = await answer(new Request(`http://localhost${url}`, { method, body }))
  response.end(await answered.text())
}).listen(Number(process.env.PORT), '127.0.0.1')
