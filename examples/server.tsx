import { serve } from '@hono/node-server'
import { createExampleApp, paths } from './app'

const port = readPort(process.env.PORT)
const base = `http://localhost:${port}`
const app = createExampleApp()

const server = serve({ fetch: app.fetch, hostname: 'localhost', port }, greet)
server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE') {
    fail(
      `Port ${port} is in use. Stop what listens there, or set PORT to another one: PORT=${port + 1} npm start`,
    )
  }
  fail(`The server cannot listen on port ${port}: ${error.message}`)
})

/** Prints where the server is and what a call to it answers. */
async function greet(): Promise<void> {
  const call = `${base}/answer?to=447700900000&from=447700900001&conversation_uuid=CON-1&uuid=leg-1`
  const answer = await app.request(call)
  console.log(`ncco-jsx examples on ${base}

Call the greeting as Vonage does:

  curl "${call}"

It answers:

  ${await answer.text()}

The other examples, with the same parameters (POST with a JSON body works too):

${[...paths()].map((path) => `  ${base}${path}`).join('\n')}
`)
}

function readPort(text = '3000'): number {
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65536) return port
  return fail(`PORT must be a whole number from 1 to 65535, but is "${text}".`)
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
