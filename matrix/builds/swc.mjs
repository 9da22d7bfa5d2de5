import { writeFileSync } from 'node:fs'
import { transformFileSync } from '@swc/core'

const automatic = { runtime: 'automatic', importSource: 'ncco-jsx' }
const classic = { runtime: 'classic', pragma: 'createElement', pragmaFrag: 'Fragment' }
const ways = {
  production: automatic,
  development: { ...automatic, development: true },
  classic,
  'classic-development': { ...classic, development: true },
}

const way = process.argv[2]
const parser = { syntax: 'typescript', tsx: true }
const { code } = transformFileSync('flows.tsx', {
  swcrc: false,
  jsc: { target: 'es2022', parser, transform: { react: ways[way] } },
})
writeFileSync(`${way}.mjs`, code)
