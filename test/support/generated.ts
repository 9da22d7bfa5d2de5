import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('./generated/', import.meta.url))

/** Writes a module of text found in the documentation, so that it can be imported and run. Returns its path. */
export function writeModule(name: string, text: string): string {
  const file = folder + name
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}

/** The code blocks of a Markdown text in this language, in order. */
export function codeBlocks(markdown: string, language: string): string[] {
  const fence = new RegExp(`^\`\`\`${language}\\r?\\n([\\s\\S]*?)^\`\`\``, 'gm')
  return [...markdown.matchAll(fence)].map(([, code = '']) => code)
}
