import { isDevelopment } from './is-development'
import type { Source } from './issue'
import type { Origin } from './origin'

interface Process {
  getBuiltinModule?(name: string): unknown
}

interface FileSystem {
  readFileSync(path: string, encoding: 'utf8'): string
}

/**
 * Whether the author wrote this number into the tag of the element, as in `loop={-1}`. Only then may a message show it: any other
 * number may be one that a caller pressed. A compiled element does not tell, so the tag is read from its source file. The answer is no
 * in production, and where that file cannot be read.
 */
export function isWrittenInTag({ element, source }: Origin, prop: string, value: number): boolean {
  if (element === undefined || !source || !isDevelopment()) return false
  const tag = readTag(source)
  return tag?.startsWith(`<${element}`) === true && tag.includes(` ${prop}={${value}}`)
}

/** The text from `<` up to the next tag, with its white space as single spaces. */
function readTag({ file, line, column }: Source): string | undefined {
  // Other files, such as devices, could be endless.
  if (column === undefined || !/\.[cm]?[jt]sx$/.test(file)) return undefined
  try {
    const { process } = globalThis as { process?: Process }
    const fs = process?.getBuiltinModule?.('node:fs') as FileSystem | undefined
    const [first = '', ...others] =
      fs
        ?.readFileSync(file, 'utf8')
        .split('\n')
        .slice(line - 1) ?? []
    const [tag] = [first.slice(column), ...others].join('\n').split('<', 1)
    return `<${tag}`.replace(/\s+/g, ' ')
  } catch {
    return undefined
  }
}
