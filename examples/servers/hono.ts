import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { app } from './app'

const server = new Hono()
// The app has the base path /voice, so its requests keep it.
server.mount('/voice', app.fetch, { replaceRequest: false })
serve({ fetch: server.fetch, port: Number(process.env.PORT) }, () => console.log('listening'))
