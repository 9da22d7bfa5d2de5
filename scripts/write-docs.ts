import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { makeErrorsPage } from './errors-page'

writeFileSync(fileURLToPath(new URL('../docs/errors.md', import.meta.url)), makeErrorsPage())
