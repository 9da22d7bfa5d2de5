import { defineConfig } from 'tsup'

const shared = { format: 'esm', target: 'node20', platform: 'node' } as const

// The page is made by Vite, into a folder of the same `dist`.
export default defineConfig([
  {
    ...shared,
    entry: { index: 'src/index.ts' },
    // The simulator is that of the page. A copy, because a server of another version could not speak with the page.
    noExternal: [/^ncco-jsx/, 'jose'],
  },
  // In the process of the app nothing runs but this: it finds the packages of the app's project itself.
  {
    ...shared,
    entry: {
      child: 'src/child/main.ts',
      'load-hook': 'src/child/load-hook.ts',
      watchdog: 'src/child/watchdog.ts',
    },
  },
])
