#!/usr/bin/env node
import { readFile } from 'node:fs/promises'
import { makeProgram } from './program'

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', ({ code }: NodeJS.ErrnoException) => {
    // A reader such as `head` may stop before the end; the exit status of the findings stays.
    if (code === 'EPIPE') process.exit()
    process.stderr.write(`The output cannot be written (${code}).\n`)
    process.exit(1)
  })
}

const manifest = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'))
await makeProgram(manifest.version).parseAsync()
