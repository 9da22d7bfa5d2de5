import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'

// The flow and the package lie outside of this folder.
const root = fileURLToPath(new URL('../../..', import.meta.url))

const config: NextConfig = { turbopack: { root }, outputFileTracingRoot: root }

export default config
