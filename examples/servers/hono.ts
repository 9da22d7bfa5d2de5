import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { app } from './app'

const server = new Hono()
server.all('/voice/*', (context) => app.fetch(context.req.raw))
serve({ fetch: server.fetch, port: Number(process.env.PORT) }, () => console.log('listening'))
