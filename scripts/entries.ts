import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './tools'

const { name, exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** Every module that the package exports, by the name that a user imports. */
export const entries: readonly string[] = Object.keys(exports)
  .filter((path) => typeof exports[path] === 'object')
  .map((path) => name + path.slice(1))
