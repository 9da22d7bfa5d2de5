import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { withRows } from '../matrix/page'
import { makeErrorsPage } from './errors-page'
import { pagesWithCode, withCode } from './sample-code'

const page = (name: string) => fileURLToPath(new URL(`../docs/${name}`, import.meta.url))

writeFileSync(page('errors.md'), makeErrorsPage())
writeFileSync(page('matrix.md'), withRows(readFileSync(page('matrix.md'), 'utf8')))
for (const path of pagesWithCode()) writeFileSync(path, withCode(path))
