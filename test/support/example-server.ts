import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { onTestFinished } from 'vitest'
import { freePort } from './free-port'

/** The secrets of the example servers. */
export const signatureSecret = 'the signature secret of the dashboard'
export const serverEnv: NodeJS.ProcessEnv = {
  ...process.env,
  SIGNATURE_SECRET: signatureSecret,
  LINK_SECRET: 'a secret of more than 32 characters, only for tests',
  NEXT_TELEMETRY_DISABLED: '1',
  REDIS_URL: '',
}

const tsx = createRequire(import.meta.url).resolve('tsx/cli')

/** The arguments of Node that run an example server, without its file. */
export const withTsx = [tsx, '--tsconfig', 'examples/servers/tsconfig.json']

/** Starts a server until the test ends, and waits until it says that it listens. Returns its origin. */
export async function startServer(
  args: readonly string[],
  cwd: string,
  ready: string,
  env = serverEnv,
): Promise<string> {
  const port = await freePort()
  const server = spawn(process.execPath, [...args], { cwd, env: { ...env, PORT: String(port) } })
  // A signal that tsx passes on to the process that it starts.
  onTestFinished(() => void server.kill())
  await new Promise<void>((resolve, reject) => {
    let text = ''
    const read = (chunk: unknown) => {
      text += chunk
      if (text.includes(ready)) resolve()
    }
    server.stdout.on('data', read)
    server.stderr.on('data', read)
    server.on('close', () => reject(new Error(text)))
  })
  return `http://localhost:${port}`
}
