import Koa from 'koa'
import { toNodeHandler } from 'ncco-jsx/node'
import { app } from '../../examples/servers/app'

const handle = toNodeHandler(app)
const server = new Koa()
// Before any body parser, because a signature is about the bytes of the body.
server.use((context, next) => {
  if (!context.path.startsWith('/voice/')) return next()
  // The app writes the response itself.
  context.respond = false
  return handle(context.req, context.res)
})
server.listen(process.env.PORT)
