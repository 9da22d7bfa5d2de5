import { app } from '../../examples/servers/app'

declare const Bun: { serve(options: object): void }

Bun.serve({ port: process.env.PORT, fetch: app.fetch })
