import type { NccoNode } from '../element/element'
import { fromRequest } from '../serve/incoming'
import { toResponse } from '../serve/reply'
import { type CallTarget, toApplication } from '../simulate/delivery/application'
import { FlowFailure, serveElement } from '../simulate/delivery/element-app'
import { describeThrown } from '../simulate/delivery/thrown'
import type { CallMap } from './call-map'
import { Caller } from './caller'
import { Explorer } from './explorer'
import { findAll } from './findings'
import { toMapState } from './known-state'
import { type ExploreOptions, type Settings, toSettings } from './options'

// An app of ncco-jsx/serve has this property.
const hookPaths = Symbol.for('ncco-jsx.hook-paths')

/**
 * Maps a whole app, by calling it again and again: at each point where a call waits for someone, it tries every key, every phrase that
 * the recogniser is told, something else, and silence; a leg that is called answers, is busy, does not answer, or is a machine. Points
 * with the same words and the same listening are one state. No real time passes but that of the app.
 *
 * @param target as {@link dial} takes it; an app in any language by its answer URL
 * @returns states, the acts that lead from one to the next, what a caller would not like, and what was left out
 * @throws SimulatorError `simulator-option`
 * @throws NccoError if an element does not render
 * @example
 * ```ts
 * const map = await explore(app, { calls: 500 })
 * for (const { code, script } of map.findings) console.log(code, script.join('; '))
 * ```
 */
export async function explore(
  target: CallTarget | Promise<NccoNode>,
  options: ExploreOptions = {},
): Promise<CallMap> {
  const settings = toSettings(options)
  const caller = new Caller(await toServed(target, settings), settings)
  const explorer = new Explorer(caller, settings)
  await explorer.explore()
  return {
    states: explorer.states.map(toMapState),
    edges: explorer.edges.map(({ from, to, act }) => ({ from, to, act })),
    findings: await findAll(explorer, caller, settings, hooksOf(await target)),
    left: explorer.left.all,
  }
}

/** The paths of the hooks that an app tells. */
function hooksOf(target: unknown): readonly string[] {
  const paths = (target as { [hookPaths]?: unknown } | null | undefined)?.[hookPaths]
  return Array.isArray(paths) ? paths : []
}

/** Renders an element once, or makes one app of it for all calls. */
async function toServed(
  target: CallTarget | Promise<NccoNode>,
  { now }: Settings,
): Promise<CallTarget> {
  const awaited = await target
  const isServed =
    typeof awaited === 'string' ||
    typeof awaited === 'function' ||
    awaited instanceof URL ||
    typeof (awaited as { fetch?: unknown } | null)?.fetch === 'function'
  if (isServed) return awaited as CallTarget
  const { ncco } = await toApplication(awaited, {}, () => Date.parse(now))
  if (ncco !== undefined) return ncco as readonly object[]
  const serve = serveElement(awaited as NccoNode)
  return async (request) => {
    try {
      return toResponse(await serve(fromRequest(request)))
    } catch (error) {
      if (!(error instanceof FlowFailure)) throw error
      return new Response(describeThrown(error.cause), { status: 500 })
    }
  }
}
