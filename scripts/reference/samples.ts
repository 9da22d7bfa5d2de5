import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createElement, type Ncco, type NccoElement, render } from 'ncco-jsx'
import { dial } from 'ncco-jsx/simulate'
import { root } from '../tools'
import { fence } from './page'

/** A sample of an element. */
export interface Sample {
  /** The TSX, as it stands in its file. */
  readonly source: string
  /** The NCCO that it renders to; for a dialog, one for each turn. */
  readonly turns: readonly Turn[]
}

interface Turn {
  /** The keys that the caller pressed before. */
  readonly keys?: string
  readonly ncco: Ncco
}

/** The exports of a sample. */
interface SampleModule {
  default: () => NccoElement
  /** Pressed by the caller, one question after the other. */
  keys?: readonly string[]
}

/** Renders a sample of `docs/reference-samples`. A dialog is served, and answered in the simulator. */
export async function readSample(name: string): Promise<Sample> {
  const file = join(root, `docs/reference-samples/${name}.tsx`)
  if (!existsSync(file)) throw new Error(`The element has no sample: write ${file}.`)
  const source = readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
  const module: SampleModule = await import(/* @vite-ignore */ pathToFileURL(file).href)
  const flow = createElement(module.default)
  const hasQuestion = /<(?:Ask|Menu)\b/.test(source)
  const turns = hasQuestion ? await serve(flow, module.keys ?? []) : [{ ncco: render(flow) }]
  return { source, turns }
}

async function serve(flow: NccoElement, keys: readonly string[]): Promise<Turn[]> {
  const call = await dial(flow)
  for (const key of keys) await call.press(key)
  const answered = call.webhooks.flatMap(({ answer }) => answer?.body || [])
  return answered.map((body, index) => {
    // Sealed anew at each run.
    const ncco: Ncco = JSON.parse(body.replaceAll(/(?<=[?&]sealed=)[\w.-]+/g, '…'))
    const pressed = keys[index - 1]
    return pressed === undefined ? { ncco } : { keys: pressed, ncco }
  })
}

/** The blocks that show a sample. */
export function showSample({ source, turns }: Sample): string[] {
  return [
    fence('tsx', source),
    ...turns.flatMap(({ keys, ncco }) => [
      keys === undefined
        ? turns.length > 1
          ? 'The NCCO up to the question:'
          : 'The NCCO:'
        : `The NCCO after \`${keys}\`:`,
      fence('json', toText(ncco)),
    ]),
  ]
}

/** JSON with a line for each key; an array of one text stays on its line. */
function toText(ncco: Ncco): string {
  return JSON.stringify(ncco, null, 2).replaceAll(/\[\s+("[^"\n]*")\s+\]/g, '[$1]')
}
