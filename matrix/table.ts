import type { Row } from './row'
import { bundlers } from './rows/bundlers'
import { compilers } from './rows/compilers'
import { created } from './rows/created'
import { dockerfile } from './rows/dockerfile'
import { frameworks } from './rows/frameworks'
import { modules } from './rows/modules'
import { runtimes } from './rows/runtimes'
import { testRunners } from './rows/test-runners'

/** Everything `ncco-jsx` claims to run in, one row a tool. */
export const table: readonly Row[] = [
  ...compilers,
  ...bundlers,
  ...runtimes,
  ...frameworks,
  ...testRunners,
  ...modules,
  ...created,
  dockerfile,
]
