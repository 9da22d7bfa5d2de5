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

/** Every action of the NCCO reference; its endpoints and inner objects are found through their options. */
export const actions: readonly Definition[] = [
  record,
  conversation,
  connect,
  talk,
  stream,
  input,
  notify,
  wait,
  transfer,
]

/** Actions that the platform no longer knows. */
export const retiredActions: readonly string[] = ['pay']
