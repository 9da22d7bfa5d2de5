import type { NccoError } from '../issues/ncco-error'
import type { Origin } from '../issues/origin'
import { originAt } from './element-origin'
import type { TreePosition } from './node'
import { renderError } from './render-error'

// Promises settle level by level, so a recursion that branches would fill the memory before it is deep.
export const mostPromises = 100_000

/** The failure of a render that nobody waits for, so nobody sees it. */
export function abandonedRender(): Error {
  return new Error('The render was abandoned.')
}

export function tooDeep(around: TreePosition): NccoError {
  return endless(around, `is nested ${around.depth} levels deep`)
}

export function tooMany(around: TreePosition): NccoError {
  return endless(around, `is one of more than ${mostPromises} promises`)
}

function endless(around: TreePosition, how: string): NccoError {
  const origin = originAt(around)
  const name = around.frame?.name ?? origin.element
  const detail = { name: name === undefined ? 'An array' : `<${name}>`, how }
  return renderError('endless-recursion', detail, around.frame ? { frame: around.frame } : origin)
}

export function unreadable(origin: Origin, cause: unknown): NccoError {
  const found = 'an object that throws when it is read'
  return renderError('not-json', { found, path: '' }, origin, cause)
}
