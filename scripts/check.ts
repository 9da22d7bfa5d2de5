import { runSideBySide } from './side-by-side'

// The static checks, each of which can be run on its own: npm run check:types, and so on. The longest begins first.
const parts = ['check:package', 'check:types', 'check:exports', 'check:lint']
const passed = await runSideBySide(parts.map((part) => `npm run --silent ${part}`))
if (!passed) process.exitCode = 1
