import type { Definition } from '../options/table'
import { connect } from './connect'
import { conversation } from './conversation'
import { input } from './input'
import { notify } from './notify'
import { record } from './record'
import { stream } from './stream'
import { talk } from './talk'
import { transfer } from './transfer'
import { wait } from './wait'

const byName = { record, conversation, connect, talk, stream, input, notify, wait, transfer }

/** The name of an action. A table that is typed by it does not compile if it misses one. */
export type ActionName = keyof typeof byName

/** Every action of the NCCO reference; its endpoints and inner objects are found through their options. */
export const actions: readonly Definition[] = /* @__PURE__ */ Object.values(byName)

const definitions: ReadonlyMap<unknown, Definition> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ Object.entries(byName),
)

/** The action of a name, if there is one. */
export function actionOf(name: unknown): Definition | undefined {
  return definitions.get(name)
}

/** Actions that the platform no longer knows. */
export const retiredActions: readonly string[] = ['pay']
