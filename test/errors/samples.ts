import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('.', import.meta.url))

/** The smallest input that causes an issue, and its message. */
export interface Sample {
  readonly code: string
  /** A further case of the code, with another remedy: the folder `wrong-type.quoted` is a variant of `wrong-type`. */
  readonly variant: string | undefined
  /** The path of the folder, with a slash at the end. */
  readonly folder: string
  /** `flow.tsx`, whose default export is rendered, or `ncco.json`, which is checked. */
  readonly file: 'flow.tsx' | 'ncco.json'
  readonly text: string
}

/** The samples: a folder for each code, and one for each of its variants. */
export function readSamples(): Sample[] {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )
  return folders.map(({ name }) => {
    const own = `${folder}${name}/`
    const file = existsSync(`${own}flow.tsx`) ? 'flow.tsx' : 'ncco.json'
    const [code = '', variant] = name.split('.')
    return { code, variant, folder: own, file, text: readFileSync(own + file, 'utf8') }
  })
}

export function readMessage(sample: Sample): string {
  return readFileSync(`${sample.folder}message.txt`, 'utf8')
}
