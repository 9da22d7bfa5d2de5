import { match } from 'node:assert'
import { flows } from '../../create/src/choices'
import { type Asked, makeCreated } from '../created'
import type { Project } from '../project'
import type { Row, Trial } from '../row'
import { callCreated } from './created-call'

const node = '24.21.0'

/** The projects that `npm create ncco-jsx` makes: each flow on each server, then each other package manager once. */
export const created: readonly Row[] = [
  { ...projects('node'), isFast: true },
  projects('express'),
  projects('hono'),
  projects('next'),
  projects('workers', { node }),
  projects('lambda'),
  projects('bun', { bun: '1.4.5' }),
  managed('pnpm', { pnpm: '12.21.0' }, { server: 'hono', flow: 'voicemail' }),
  // The official SDK asks for Node 22, and Yarn 1 insists.
  managed('yarn', { yarn: '1.22.22', node }, { server: 'express', flow: 'reminder' }),
  managed('bun', { bun: '1.4.5' }, { server: 'bun', flow: 'menu' }),
]

function projects(server: Asked['server'], packages: Row['packages'] = {}): Row {
  const names = Object.keys(flows) as Asked['flow'][]
  const trials = names.map((flow) => [flow, works({ server, flow, manager: 'npm' })])
  return {
    part: 'npm create',
    name: `create-${server}`,
    packages,
    trials: Object.fromEntries(trials),
  }
}

function managed(
  manager: Asked['manager'],
  packages: Row['packages'],
  asked: Omit<Asked, 'manager'>,
): Row {
  const { server, flow } = asked
  const trials = { [`${flow} on ${server}`]: works({ ...asked, manager }) }
  return { part: 'npm create', name: `create-with-${manager}`, packages, trials }
}

/** Makes a project, checks its types, runs its tests, opens the studio, starts it and calls it. */
function works(asked: Asked): Trial {
  return async (tools) => {
    const project = makeCreated(tools, asked)
    const { scripts } = JSON.parse(project.read('package.json'))
    const script = (name: string, args = '') => scriptOf(asked.manager, name, args)
    await project.run(script('check'))
    match(await project.run(script('test')), /Tests +[12] passed/)
    if (asked.flow === 'menu') await opensStudio(project, script('dev', '--port {port}'))
    if (scripts.build) await project.run(script('build'))
    // A Worker knows no PORT.
    const start = script('start', asked.server === 'workers' ? '--port {port}' : '')
    return project.serve(start, {}, async ({ origin }) => {
      const runScript = (name: string, env: NodeJS.ProcessEnv) =>
        project.run(script(name, '447700900002 Monday'), env)
      await callCreated({ project, origin, runScript }, asked.flow)
      return undefined
    })
  }
}

/** The command line of a script. Only npm needs a `--` before its arguments. */
function scriptOf(manager: Asked['manager'], name: string, args: string): string {
  return `${manager} run ${name} ${manager === 'npm' ? '-- ' : ''}${args}`
}

async function opensStudio(project: Project, dev: string): Promise<void> {
  await project.serve(dev, {}, async (server) => {
    const page = await fetch(server.origin)
    match(await page.text(), /<script/)
    const until = Date.now() + 30_000
    while (!server.printed.includes('src/app.tsx is ready.') && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    match(server.printed, /src\/app\.tsx is ready\./)
  })
}
