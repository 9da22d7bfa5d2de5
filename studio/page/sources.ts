import { fileURLToPath } from 'node:url'

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** The page is built from the same sources as the package beside it. */
export const sources = [
  { find: /^ncco-jsx$/, replacement: root('src/index.ts') },
  { find: /^ncco-jsx\/convert$/, replacement: root('src/convert/index.ts') },
  { find: /^ncco-jsx\/dialog$/, replacement: root('src/dialog/index.ts') },
  { find: /^ncco-jsx\/jsx-runtime$/, replacement: root('jsx-runtime/index.ts') },
  { find: /^ncco-jsx\/jsx-dev-runtime$/, replacement: root('jsx-runtime/dev.ts') },
  { find: /^ncco-jsx\/serve$/, replacement: root('src/serve/index.ts') },
  { find: /^ncco-jsx\/simulate$/, replacement: root('src/simulate/index.ts') },
]
