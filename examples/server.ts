import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { toNodeHandler } from 'ncco-jsx/node'
import { createVoiceApp, type VoiceAppOptions } from 'ncco-jsx/serve'
import { examples } from './index'
import { flow } from './ivr-menu/flow'

const port = readPort(process.env.PORT)
const base = `http://localhost:${port}`
const secret = randomBytes(32).toString('base64url')

/** An example as an app; without a signature, so that it can be called by hand. */
const serve = (flow: VoiceAppOptions, basePath?: string) =>
  createVoiceApp({ ...flow, basePath, secret, signature: false })

const app = serve(flow)
const ivr = toNodeHandler(app)
const others = Object.entries(examples).map(([name, flow]) => ({
  path: `/${name}/`,
  handle: toNodeHandler(serve(flow, `/${name}`)),
}))

const server = createServer((request, response) => {
  const other = others.find(({ path }) => request.url?.startsWith(path))
  return other ? other.handle(request, response) : ivr(request, response)
})
server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE') {
    fail(
      `Port ${port} is in use. Stop what listens there, or set PORT to another one: PORT=${port + 1} npm start`,
    )
  }
  fail(`The server cannot listen on port ${port}: ${error.message}`)
})
server.listen(port, 'localhost', greet)

/** Prints where the server is and what a call to it answers. */
async function greet(): Promise<void> {
  const call = `${base}/answer?to=447700900000&from=447700900001&conversation_uuid=CON-1&uuid=leg-1`
  const answer = await app.fetch(new Request(call))
  const ncco = await answer.text()
  const [link] = JSON.parse(ncco).at(-1).eventUrl
  console.log(`ncco-jsx examples on ${base}

Call the IVR menu as Vonage does:

  curl "${call}"

It answers:

  ${ncco}

Then press 1, as Vonage tells the eventUrl of its answer:

  curl "${link}" --json '{"dtmf":{"digits":"1"},"to":"447700900000","conversation_uuid":"CON-1","uuid":"leg-1"}'

Or dial it, in another terminal, and press keys as a caller does:

  npm run dial -- ${base}/answer

The other examples, with the same parameters (POST with a JSON body works too):

${others.map(({ path }) => `  ${base}${path}answer`).join('\n')}
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
