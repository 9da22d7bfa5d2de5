import Fastify from 'fastify'
import { toNodeHandler } from 'ncco-jsx/node'
import { app } from './app'

const server = Fastify()
const handle = toNodeHandler(app)

server.register(async (voice) => {
  // Leaves the body to the app, because a signature is about its bytes; the parsers of other routes stay.
  voice.removeAllContentTypeParsers()
  voice.addContentTypeParser('*', (_request, _body, done) => done(null))
  voice.all('/voice/*', (request, reply) => {
    reply.hijack()
    return handle(request.raw, reply.raw)
  })
})
server.post('/other', async (request) => request.body)
await server.listen({ port: Number(process.env.PORT) })
console.log('listening')
