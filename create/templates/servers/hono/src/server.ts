import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import app from './app'

const port = Number(process.env.PORT ?? 3000)
const server = new Hono()
// The app knows its base path, so its requests keep it.
server.mount('/voice', app.fetch, { replaceRequest: false })
serve({ fetch: server.fetch, port }, () => {
  console.log(`Answers calls at http://localhost:${port}/voice/answer`)
})
