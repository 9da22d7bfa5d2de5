import fc from 'fast-check'

// One seed, so that the same sources give the same result. `npm run test:random` tries another each time.
if (process.env.MODE !== 'random') fc.configureGlobal({ seed: 20_260_101 })
