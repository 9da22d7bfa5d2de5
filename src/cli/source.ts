import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { type FileIssue, fileIssue } from './file-issue'

/** The name that stands for the standard input. */
export const standardInput = '-'

/** The text of a file or of the standard input. */
export interface Source {
  /** As the user gave it. */
  readonly file: string
  /** A name for a flow in it. */
  readonly name: string
  readonly text: string
}

// Far more than any NCCO. A device or a pipe may never end.
const largest = 64 * 1024 * 1024

/** Reads a file, or the standard input for `-`; gives the issue that says why it cannot. */
export async function readSource(
  file: string,
  stdin: NodeJS.ReadableStream,
): Promise<Source | FileIssue> {
  try {
    const bytes = await readUpTo(largest, file === standardInput ? stdin : createReadStream(file))
    if (bytes === undefined) return fileIssue('unreadable-file', tooLarge)
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const name = file === standardInput ? 'flow' : basename(file).replace(/(\.ncco)?\.[^.]*$/, '')
    return { file, name, text }
  } catch (error) {
    return unreadable(error)
  }
}

/** Collects a stream; `undefined` if it is longer, after which nothing more is read. */
async function readUpTo(limit: number, stream: NodeJS.ReadableStream): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk))
    length += chunk.length
    if (length > limit) return undefined
  }
  return Buffer.concat(chunks, length)
}

const tooLarge = {
  why: 'it is larger than 64 MB, which no NCCO is',
  remedy: 'Name a file that holds one NCCO.',
}

function unreadable(error: unknown): FileIssue {
  const { code = 'unknown reason' } = error as NodeJS.ErrnoException
  const [why, remedy] = reasons[code] ?? [`it cannot be read (${code})`, 'Check the file.']
  return fileIssue('unreadable-file', { why, remedy })
}

const missing = [
  'it does not exist',
  'Check the spelling, and the folder that you are in.',
] as const
const forbidden = ['you may not read it', 'Check its permissions.'] as const

const reasons: Readonly<Record<string, readonly [why: string, remedy: string]>> = {
  ENOENT: missing,
  ENOTDIR: missing,
  EISDIR: ['it is a folder', 'Name the files in it.'],
  EACCES: forbidden,
  EPERM: forbidden,
  ERR_ENCODING_INVALID_ENCODED_DATA: ['it is not UTF-8 text', 'Save it as UTF-8.'],
}
