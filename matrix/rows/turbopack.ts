import { fetchJson } from '../process'
import type { Trial } from '../row'
import { compare, type Place, tsconfig } from './compile'

/** The packages that an app of Next needs, besides `ncco-jsx`. */
export const nextPackages = {
  next: '16.4.5',
  react: '19.3.1',
  'react-dom': '19.3.1',
  typescript: '5.9.3',
  '@types/react': '19.3.0',
  '@types/node': '20.19.43',
}

const route = `import { outcome } from '../../flows'

export const dynamic = 'force-dynamic'
export const GET = async () => Response.json(await outcome())
`

/** Turbopack compiles the flows in a route of an app. */
export function servesFlows(build: string | undefined, start: string, place: Place): Trial {
  return async (project) => {
    project.add('flows/flows.tsx')
    project.write('app/outcome/route.ts', route)
    project.write('tsconfig.json', tsconfig({ module: 'esnext', moduleResolution: 'bundler' }))
    project.write('next.config.mjs', 'export default { turbopack: { root: import.meta.dirname } }')
    if (build !== undefined) await project.run(build)
    return project.serve(start, {}, async ({ origin }) => {
      const outcome = await fetchJson<Parameters<typeof compare>[0]>(`${origin}/outcome`)
      return compare(outcome, place)
    })
  }
}
