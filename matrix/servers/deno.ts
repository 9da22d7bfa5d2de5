import { serve } from './script'

declare const Deno: { serve(options: object, handler: typeof serve): void }

Deno.serve({ port: Number(process.env.PORT), hostname: '127.0.0.1' }, serve)
