import { match, notStrictEqual } from 'node:assert'
import type { Trial } from '../row'

/** Deno's `precompile` writes HTML. The flows are refused, and the message names the setting. */
export const refusesPrecompiled: Trial = async (project) => {
  project.add('flows/flows.tsx', 'flows/print.mjs')
  const compilerOptions = { jsx: 'precompile', jsxImportSource: 'ncco-jsx' }
  project.write('deno.json', { nodeModulesDir: 'manual', compilerOptions })
  const { status, all } = await project.try('deno run --quiet --allow-read print.mjs flows.tsx')
  notStrictEqual(status, 0)
  match(all, /precompiled-jsx: .*"precompile".*\n.*"jsx": "react-jsx".*deno\.json/)
  return 'refused, and the setting named'
}
