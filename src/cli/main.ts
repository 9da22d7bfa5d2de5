#!/usr/bin/env node
import { readFile } from 'node:fs/promises'
import { makeProgram } from './program'

const manifest = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'))
await makeProgram(manifest.version).parseAsync()
