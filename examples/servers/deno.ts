import { app } from './app'

Deno.serve({ port: Number(process.env.PORT) }, app.fetch)
