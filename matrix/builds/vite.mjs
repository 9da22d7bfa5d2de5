import { createServer } from 'vite'

const server = await createServer({ appType: 'custom', logLevel: 'error', server: { ws: false } })
const { outcome } = await server.ssrLoadModule('/flows.tsx')
console.log(JSON.stringify(await outcome()))
await server.close()
