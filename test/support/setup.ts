import fc from 'fast-check'
import { afterAll, vi } from 'vitest'

// One seed, so that the same sources give the same result. `npm run test:random` tries another each time.
if (process.env.MODE !== 'random') fc.configureGlobal({ seed: 20_260_101 })

// The files of the sources share one program: what one replaces must not reach the next.
afterAll(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
})
