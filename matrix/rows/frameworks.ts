import { bundle } from '../bundle'
import type { Project } from '../project'
import type { Row, Trial } from '../row'
import { linkSecret, signatureSecret } from '../servers/secrets'
import { workerdConfig } from '../servers/workerd-config'
import { tsconfig } from './compile'
import { callIvr } from './ivr-call'
import { nextPackages } from './turbopack'

const env = { SIGNATURE_SECRET: signatureSecret, LINK_SECRET: linkSecret }

/** Serves the app of examples/servers, and dials it. */
function serves(server: string, command: string, conditions?: readonly string[]): Trial {
  return async (project) => {
    await bundle(project, server, 'server.mjs', { ...(conditions && { conditions }) })
    return dialled(project, command)
  }
}

function dialled(project: Project, command: string): Promise<undefined> {
  return project.serve(command, env, async ({ origin }) => {
    await callIvr(project, origin)
    return undefined
  })
}

/** An example server, on Node. */
function framework(name: string, packages: Row['packages'], server: string): Row {
  const trials = { 'signed call': serves(server, 'node server.mjs') }
  return { part: 'framework', name, packages, trials }
}

export const frameworks: readonly Row[] = [
  framework('express-4', { express: '4.22.3' }, 'examples/servers/express.ts'),
  framework('express-5', { express: '5.3.0' }, 'examples/servers/express.ts'),
  framework('fastify', { fastify: '5.12.8' }, 'examples/servers/fastify.ts'),
  framework('koa', { koa: '3.3.0' }, 'matrix/servers/koa.js'),
  framework('hono', { hono: '4.13.19', '@hono/node-server': '2.1.8' }, 'examples/servers/hono.ts'),
  {
    part: 'framework',
    name: 'next',
    packages: nextPackages,
    trials: {
      'signed call': async (project) => {
        // In the same folders, so that they find each other.
        for (const path of ['ivr-menu/flow.tsx', 'servers/app.ts', 'servers/next']) {
          project.add([`../examples/${path}`, `examples/${path}`])
        }
        const compiler = { module: 'esnext', moduleResolution: 'bundler' }
        project.write('examples/servers/next/tsconfig.json', tsconfig(compiler))
        await project.run('next build examples/servers/next', env)
        return dialled(project, 'next start examples/servers/next -p {port}')
      },
    },
  },
  {
    part: 'framework',
    name: 'serverless-function',
    packages: {},
    trials: {
      'signed call': async (project) => {
        await bundle(project, 'matrix/servers/function-url.ts', 'server.mjs')
        return project.serve('node server.mjs', env, async ({ origin }) => {
          // Its links lead to the domain of the event.
          await callIvr(project, origin, 'https://abc.lambda-url.eu-west-1.on.aws')
          return undefined
        })
      },
    },
  },
  {
    part: 'framework',
    name: 'bun',
    packages: { bun: '1.4.5' },
    trials: {
      'signed call of Bun.serve': serves('matrix/servers/bun-serve.ts', 'bun server.mjs'),
      'of export default': serves('matrix/servers/default.ts', 'bun server.mjs'),
    },
  },
  {
    part: 'framework',
    name: 'deno',
    packages: { deno: '2.9.6' },
    trials: {
      'signed call of Deno.serve': serves(
        'examples/servers/deno.ts',
        'deno run --quiet --node-modules-dir=manual --allow-net --allow-env server.mjs',
      ),
      'of export default': serves(
        'matrix/servers/default.ts',
        'deno serve --quiet --node-modules-dir=manual --allow-env --port {port} server.mjs',
      ),
    },
  },
  {
    part: 'framework',
    name: 'worker',
    packages: { workerd: '1.20261117.1' },
    trials: {
      'signed call of export default': (project) => {
        project.write('config.capnp', workerdConfig(env, ['nodejs_compat']))
        return serves(
          'matrix/servers/default.ts',
          'workerd serve config.capnp --socket-addr=http=127.0.0.1:{port}',
          ['workerd', 'worker'],
        )(project)
      },
    },
  },
]
