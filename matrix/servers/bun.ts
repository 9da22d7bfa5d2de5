import { serve } from './script'

declare const Bun: { serve(options: object): void }

Bun.serve({ port: process.env.PORT, hostname: '127.0.0.1', fetch: serve })
