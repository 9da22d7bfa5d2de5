import { readFileSync, writeFileSync } from 'node:fs'
import { transformSync } from 'oxc-transform'

const automatic = { runtime: 'automatic', importSource: 'ncco-jsx' }
const classic = { runtime: 'classic', pragma: 'createElement', pragmaFrag: 'Fragment' }
const ways = {
  production: { ...automatic, development: false },
  development: { ...automatic, development: true },
  classic: { ...classic, development: false },
  'classic-development': { ...classic, development: true },
}

const way = process.argv[2]
const { code, errors } = transformSync('flows.tsx', readFileSync('flows.tsx', 'utf8'), {
  jsx: ways[way],
})
if (errors.length > 0) throw new Error(errors[0].message)
writeFileSync(`${way}.mjs`, code)
