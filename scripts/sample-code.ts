import { readdirSync, readFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { root } from './tools'

const docs = join(root, 'docs')

// `<!-- code: samples/text/ssml.tsx as ssml.tsx -->`, and the block below it, once it is written.
const blocks = /^<!-- code: (\S+)(?: as (.+))? -->\n(?:```\w+\n[\s\S]*?^```\n)?/gm

/** The pages that show code of files: their paths. */
export function pagesWithCode(): string[] {
  const guide = readdirSync(join(docs, 'guide')).filter((name) => name.endsWith('.md'))
  return [join(docs, 'index.md'), ...guide.map((name) => join(docs, 'guide', name))]
}

/** The text of a page, in which each block of code is as its file is, below the name that the page gives it. */
export function withCode(path: string): string {
  return read(path).replaceAll(blocks, (_, file: string, name?: string) => {
    const title = name === undefined ? '' : `// ${name}\n`
    const code = read(join(dirname(path), file))
    const marker = `<!-- code: ${file}${name === undefined ? '' : ` as ${name}`} -->`
    return `${marker}\n\`\`\`${extname(file).slice(1)}\n${title}${code}\`\`\`\n`
  })
}

/** The files whose code a page shows, as its markers name them. */
export function codeFiles(text: string): string[] {
  return [...text.matchAll(blocks)].map(([, file = '']) => file)
}

function read(path: string): string {
  return readFileSync(path, 'utf8').replaceAll('\r\n', '\n')
}
