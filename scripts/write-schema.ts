import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { makeSchema } from './schema'

const file = fileURLToPath(new URL('../dist/ncco.schema.json', import.meta.url))
writeFileSync(file, `${JSON.stringify(makeSchema(), undefined, 2)}\n`)
