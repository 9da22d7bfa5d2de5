import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { importFrom } from './project-package'

type Make = (...of: unknown[]) => unknown

/** The exports of the entries of `ncco-jsx`. */
type Packages = Readonly<Record<string, Make>>

// What most apps import.
const usual = ['ncco-jsx', 'ncco-jsx/jsx-dev-runtime', 'ncco-jsx/serve', 'ncco-jsx/dialog']

const call = '?from=447700900001&to=447700900000&uuid=u&conversation_uuid=c&endpoint_type=phone'

/** Lets tsx compile a module, which starts its compiler. One with new text, because tsx keeps what it has compiled. */
export async function startCompiler(folder: string): Promise<void> {
  const id = randomBytes(8).toString('hex')
  const file = join(folder, `${id}.mts`)
  try {
    writeFileSync(file, `export const id: string = '${id}'\n`)
    await import(pathToFileURL(file).href)
  } catch {
    // Without tsx there is nothing to start.
  } finally {
    rmSync(file, { force: true })
  }
}

/** Loads what the app of this file will most likely import. Returns its exports. */
export async function preload(file: string): Promise<Packages> {
  const entries = await Promise.all(
    usual.map((entry) => importFrom(file, entry).catch(() => undefined)),
  )
  return Object.assign({}, ...entries)
}

/** Lets the packages answer once, because Node compiles functions when they are first called. */
export async function rehearse(packages: Packages): Promise<void> {
  try {
    await answerOnce(packages)
  } catch {
    // They are of another version, or are not there, which loading the app will tell.
  }
}

/** A call of a menu, up to the words behind its first choice. */
async function answerOnce({ createElement, createVoiceApp, Menu, Choice, Talk }: Packages) {
  const sales = createElement?.(Choice, { digit: '1' }, createElement(Talk, null, 'Sales.'))
  const app = createVoiceApp?.({
    answer: () => createElement?.(Menu, { prompt: 'For sales, press 1.' }, sales),
    secret: randomBytes(32).toString('hex'),
    signature: false,
  }) as { fetch(request: Request): Promise<Response> }
  const answered = await app.fetch(new Request(`https://app.example.com/answer${call}`))
  const [, input] = await answered.json()
  const body = JSON.stringify({
    from: '447700900001',
    to: '447700900000',
    uuid: 'u',
    conversation_uuid: 'c',
    dtmf: { digits: '1', timed_out: false },
  })
  const chosen = new Request(input.eventUrl[0], {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  await (await app.fetch(chosen)).text()
}
