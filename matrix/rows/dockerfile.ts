import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeCreated } from '../created'
import { Project } from '../project'
import type { Row } from '../row'
import { callCreated } from './created-call'

/** The Dockerfile of the guide, without Docker: only what it copies is there, and its own commands run. */
export const dockerfile: Row = {
  part: 'npm create',
  name: 'dockerfile',
  packages: {},
  trials: { 'copies, installs, answers a call': answersCall },
}

const page = new URL('../../docs/guide/deploying.md', import.meta.url)

async function answersCall(tools: Project): Promise<undefined> {
  const created = makeCreated(tools, { server: 'node', flow: 'menu', manager: 'npm' })
  await created.run('npm install --package-lock-only --no-audit --no-fund --prefer-offline')
  const image = new Project(join(created.folder, '..', 'image'), {})
  image.remove('.')
  mkdirSync(image.folder)
  const steps = stepsOf(readFileSync(page, 'utf8'))
  const env = Object.fromEntries(textsOf(steps, 'ENV').map((text) => text.split('=', 2)))
  for (const text of textsOf(steps, 'COPY')) copy(text.split(' '), created, image)
  for (const command of textsOf(steps, 'RUN')) await image.run(command, env)
  const [command = '[]'] = textsOf(steps, 'CMD')
  // Docker gives the variables of the file .env, which is not in the image.
  const given = { ...env, ...variablesOf(created.read('.env')) }
  return image.serve(JSON.parse(command).join(' '), given, async ({ origin }) => {
    const runScript = (name: string, more: NodeJS.ProcessEnv) =>
      created.run(`npm run ${name}`, more)
    await callCreated({ project: created, origin, runScript }, 'menu')
    return undefined
  })
}

interface Step {
  readonly instruction: string
  readonly text: string
}

/** The lines of the Dockerfile of a page. */
function stepsOf(text: string): Step[] {
  const [, block = ''] = /```dockerfile\n([\s\S]*?)```/.exec(text) ?? []
  return Array.from(block.matchAll(/^([A-Z]+) (.+)$/gm), ([, instruction = '', text = '']) => ({
    instruction,
    text,
  }))
}

function textsOf(steps: readonly Step[], wanted: string): string[] {
  return steps.flatMap(({ instruction, text }) => (instruction === wanted ? text : []))
}

function copy(paths: readonly string[], from: Project, to: Project): void {
  const destination = paths.at(-1) ?? '.'
  for (const path of paths.slice(0, -1)) {
    const target = destination.endsWith('/') ? join(destination, path) : destination
    cpSync(join(from.folder, path), join(to.folder, target), { recursive: true })
  }
}

function variablesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    Array.from(text.matchAll(/^(\w+)=(.*)$/gm), ([, name = '', value = '']) => [name, value]),
  )
}
