import { RemoteTarget } from './remote-target'
import { Studio } from './studio'

/** Serves the page beside a target. */
export async function runStudio(
  named: string,
  { port = 4400, host = '127.0.0.1' } = {},
): Promise<void> {
  const target = new RemoteTarget(new URL(named))
  const studio = new Studio({
    target,
    settings: {},
    folder: process.cwd(),
    host,
    port,
    token: undefined,
  })
  await studio.listen()
  console.log(`The studio is at http://localhost:${port}/`)
}
