import { check } from 'ncco-jsx'
import { type Served, serveDefault } from '../../../src/child/served'
import { type Finding, ofIssue } from '../finding'
import { makeRequire, type Require } from './modules'

/** A compiled flow as a function, which fills its exports. */
export type Factory = (require: Require, exports: object) => Promise<void>

/** A flow and the app that it serves. */
export interface FlowOptions {
  readonly secret: string
  /** Hears of everything that is found in the flow. */
  readonly report: (findings: readonly Finding[]) => void
}

/**
 * Runs a compiled flow from its top, and serves what it exports.
 *
 * @throws what the flow throws
 */
export async function loadFlow(factory: Factory, { secret, report }: FlowOptions): Promise<Served> {
  const require = makeRequire(secret, report)
  const exports: { readonly default?: unknown } = {}
  await factory(require, exports)
  const { createVoiceApp } = require('ncco-jsx/serve') as typeof import('ncco-jsx/serve')
  const served = await serveDefault(exports, secret, async () => createVoiceApp as never)
  // JSON has no elements, which would have reported it.
  const exported = exports.default
  if ('exports' in served && served.exports === 'ncco' && isJson(exported)) {
    report(check(exported).map(ofIssue))
  }
  return served
}

function isJson(exported: unknown): boolean {
  return (
    Array.isArray(exported) && exported.every((entry) => !Object.hasOwn(Object(entry), '$$typeof'))
  )
}
