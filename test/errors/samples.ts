import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('.', import.meta.url))

/** The smallest input that causes an issue, and its message. */
export interface Sample {
  readonly code: string
  /** The path of the folder, with a slash at the end. */
  readonly folder: string
  /** `flow.tsx`, whose default export is rendered, or `ncco.json`, which is checked. */
  readonly file: 'flow.tsx' | 'ncco.json'
  readonly text: string
}

/** The samples, one folder a code. */
export function readSamples(): Sample[] {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )
  return folders.map(({ name }) => {
    const own = `${folder}${name}/`
    const file = existsSync(`${own}flow.tsx`) ? 'flow.tsx' : 'ncco.json'
    return { code: name, folder: own, file, text: readFileSync(own + file, 'utf8') }
  })
}

export function readMessage(sample: Sample): string {
  return readFileSync(`${sample.folder}message.txt`, 'utf8')
}
