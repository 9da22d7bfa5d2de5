import { app } from '../../examples/servers/app'

declare const Deno: { serve(options: object, handler: typeof app.fetch): void }

Deno.serve({ port: Number(process.env.PORT) }, app.fetch)
