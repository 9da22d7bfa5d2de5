import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { answer, watchRenders } from './answer'
import { tellCauses } from './causes'
import { installClock } from './clock'
import { serveJson } from './json-file'
import { reportFiles } from './loaded-files'
import type {
  Ask,
  ChildMessage,
  JsonReason,
  Load,
  NotLoadedReason,
  ParentMessage,
} from './messages'
import { importFrom } from './project-package'
import { reportRead } from './read-files'
import { type CreateVoiceApp, type Handler, type Served, serveDefault } from './served'
import { preload, rehearse, startCompiler } from './warm-up'

// The process of an app: it is started before the app is needed, and imports it when it is told to.
let handler: Handler | undefined

function tell(message: ChildMessage): void {
  process.send?.(message)
}

process.on('message', (message: ParentMessage) => {
  switch (message.type) {
    case 'load':
      return void load(message)
    case 'ask':
      return void ask(message)
    case 'ping':
      return tell({ type: 'pong' })
  }
})

// The studio is gone. In an endless loop the app does not hear of that, but the watchdog sees it.
process.on('disconnect', () => process.exit())
const watchdog = new URL('./watchdog.js', import.meta.url)
new Worker(watchdog, { workerData: process.ppid, execArgv: [] }).unref()

installClock()
// The page marks what is printed as an error, which a warning is not.
console.warn = console.log
const [, , app = ''] = process.argv
let reportRequired = () => {}
let isWanted = false
const isWarm = warmUp()

/** Does what can be done before the app is loaded. The app begins only afterwards: it may never let this process do anything else. */
async function warmUp(): Promise<void> {
  await startCompiler(dirname(process.env.TSX_TSCONFIG_PATH ?? ''))
  reportRequired = reportFiles((files) => tell({ type: 'uses', files }))
  const packages = await preload(app)
  // A broken package is told when the app imports it.
  await watchRenders(app).catch(() => {})
  if (!isWanted) await rehearse(packages)
  tell({ type: 'warm' })
}

async function load({ file, secret, restUrl }: Load): Promise<void> {
  isWanted = true
  await isWarm
  tellCauses(restUrl)
  const stopReporting = reportRead((files) => tell({ type: 'uses', files }))
  try {
    const served = await serve(file, secret)
    reportRequired()
    if ('reason' in served) return tell({ type: 'not-loaded', reason: served.reason })
    const { exports, answerPath } = served
    handler = served.handler
    tell({ type: 'loaded', exports, answerPath })
  } catch (error) {
    tell({ type: 'not-loaded', reason: reasonOf(error, file) })
  } finally {
    stopReporting()
  }
}

async function serve(
  file: string,
  secret: string,
): Promise<Served | { readonly reason: JsonReason }> {
  if (file.endsWith('.json')) return serveJson(file)
  const module = await import(pathToFileURL(file).href)
  return serveDefault(module, secret, () => findCreateVoiceApp(file))
}

/** `createVoiceApp` of the project, which may be another copy than the module imports. */
async function findCreateVoiceApp(file: string): Promise<CreateVoiceApp | undefined> {
  const serve = await importFrom(file, 'ncco-jsx/serve')
  return serve?.createVoiceApp as CreateVoiceApp | undefined
}

function reasonOf(error: unknown, file: string): NotLoadedReason {
  const { code, url, message = String(error), stack = message } = Object(error)
  if (code === 'ERR_MODULE_NOT_FOUND' && url === pathToFileURL(file).href)
    return { kind: 'missing' }
  if (code === 'ERR_UNKNOWN_FILE_EXTENSION') return { kind: 'unknown-extension' }
  return { kind: 'threw', message: String(message), stack: String(stack) }
}

async function ask(message: Ask): Promise<void> {
  if (!handler) return
  tell(await answer(handler, message))
  reportRequired()
}
