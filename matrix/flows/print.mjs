// Prints what a compiled flows.tsx gives: node print.mjs out/flows.js
import { pathToFileURL } from 'node:url'

const compiled = await import(pathToFileURL(process.argv[2]).href)
// A bundle in CommonJS may show its exports below `default` only.
const { outcome } = 'outcome' in compiled ? compiled : compiled.default
console.log(JSON.stringify(await outcome()))
