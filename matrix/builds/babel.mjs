import { writeFileSync } from 'node:fs'
import { transformFileSync } from '@babel/core'

const automatic = { importSource: 'ncco-jsx' }
const classic = { runtime: 'classic', pragma: 'createElement', pragmaFrag: 'Fragment' }
const withPlaces = { development: true, developmentSourceSelf: true }
const ways = {
  production: automatic,
  development: { ...automatic, development: true },
  developmentSourceSelf: { ...automatic, ...withPlaces },
  classic,
  'classic-developmentSourceSelf': { ...classic, ...withPlaces },
}

const way = process.argv[2]
const { code } = transformFileSync('flows.tsx', {
  configFile: false,
  presets: [['@babel/preset-react', ways[way]], '@babel/preset-typescript'],
})
writeFileSync(`${way}.mjs`, code)
