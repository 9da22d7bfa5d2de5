// What docs/serving.md says to write for Bun, Deno and Cloudflare Workers.
export { app as default } from '../../examples/servers/app'
