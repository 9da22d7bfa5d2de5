import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import manifest from '../package.json'
import { flows, managers, servers } from '../src/choices'
import { makeProject, type ProjectChoices } from '../src/project'

const names = <Name extends string>(choices: Readonly<Record<Name, object>>) =>
  Object.keys(choices) as Name[]

const combinations = names(servers).flatMap((server) =>
  names(flows).map((flow): ProjectChoices => ({ name: 'my-line', server, flow, manager: 'npm' })),
)

/** What a module imports. */
function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map(([, name = '']) => name)
}

function packageOf(name: string): string {
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/')
}

/** The command that a script runs, and the package that has it. */
const commands: Readonly<Record<string, string>> = {
  'ncco-jsx': 'ncco-jsx',
  tsc: 'typescript',
  tsx: 'tsx',
  vitest: 'vitest',
  next: 'next',
  wrangler: 'wrangler',
  esbuild: 'esbuild',
}

describe('a new project', () => {
  it('has a flow, a test, a server, and what they need', () => {
    const files = makeProject({ name: 'my-line', server: 'node', flow: 'menu', manager: 'npm' })
    expect([...files.keys()]).toStrictEqual([
      '.env',
      '.env.example',
      '.gitignore',
      'README.md',
      'package.json',
      'src/app.tsx',
      'src/server.ts',
      'test/app.test.ts',
      'tsconfig.json',
      'vitest.config.ts',
    ])
    expect(JSON.parse(files.get('package.json') ?? '')).toMatchObject({
      name: 'my-line',
      type: 'module',
      scripts: { dev: expect.stringMatching(/^ncco-jsx dev /), test: 'vitest run' },
      dependencies: { 'ncco-jsx': `^${manifest.version}` },
      devDependencies: { 'ncco-jsx-studio': `^${manifest.version}` },
    })
  })

  it.each(combinations)('is consistent: $flow, served by $server', (choices) => {
    const files = makeProject(choices)
    const own = JSON.parse(files.get('package.json') ?? '')
    const packages = { ...own.dependencies, ...own.devDependencies }
    for (const range of Object.values(packages)) expect(range).toMatch(/^\^\d+\.\d+\.\d+$/)
    expect(
      Object.keys(own.dependencies).filter((name) => name in own.devDependencies),
    ).toStrictEqual([])
    for (const script of ['dev', 'test', 'start', 'check'])
      expect(own.scripts).toHaveProperty(script)
    for (const script of Object.values<string>(own.scripts)) {
      const [command = ''] = script.split(' ')
      // Bun is what runs the project.
      if (command !== 'bun') expect(packages).toHaveProperty(commands[command] ?? command)
    }
    const modules = [...files].filter(([file]) => /\.tsx?$/.test(file))
    for (const [file, text] of modules) {
      for (const name of importsOf(text)) {
        if (name.startsWith('.')) {
          const path = posix.join(posix.dirname(file), name)
          expect([...files.keys()].map((file) => file.replace(/\.tsx?$/, ''))).toContain(path)
        } else if (!name.startsWith('node:')) {
          const types = `@types/${packageOf(name)}`
          expect([packageOf(name), types].some((one) => Object.hasOwn(packages, one))).toBe(true)
        }
      }
    }
    for (const text of files.values()) expect(text).not.toContain('my-calls')
  })

  it('runs at once: its secrets are made, each time anew', () => {
    const secrets = [1, 2].map(
      () => makeProject(combinations[0] as ProjectChoices).get('.env') ?? '',
    )
    for (const text of secrets) {
      expect(text).toMatch(/^LINK_SECRET=[\w-]{43}$/m)
      expect(text).toMatch(/^SIGNATURE_SECRET=[\w-]{43}$/m)
    }
    expect(secrets[0]).not.toBe(secrets[1])
  })

  it('keeps its secrets out of git, and out of the example', () => {
    const files = makeProject(combinations[0] as ProjectChoices)
    expect(files.get('.gitignore')).toMatch(/^\.env$/m)
    expect(files.get('.env.example')).toMatch(/^LINK_SECRET=$/m)
  })

  it('says of each variable of the flow what it is', () => {
    const variables = (flow: ProjectChoices['flow']) => {
      const text = makeProject({ name: 'my-line', server: 'node', flow, manager: 'npm' })
      return [...(text.get('.env.example') ?? '').matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(
        ([, name]) => name,
      )
    }
    const always = ['LINK_SECRET', 'SIGNATURE_SECRET', 'BASE_URL']
    expect(variables('menu')).toStrictEqual(always)
    expect(variables('agent')).toStrictEqual([...always, 'AGENT_URL'])
    expect(variables('reminder')).toStrictEqual([
      ...always,
      'VONAGE_APPLICATION_ID',
      'VONAGE_PRIVATE_KEY',
      'VONAGE_API_HOST',
    ])
  })

  it('leaves React to a project with Next: only the flow is ours', () => {
    const files = makeProject({ name: 'my-line', server: 'next', flow: 'menu', manager: 'npm' })
    expect(files.get('src/app.tsx')).toMatch(/^\/\*\* @jsxImportSource ncco-jsx \*\/\nimport /)
    expect(files.get('tsconfig.json')).not.toContain('jsxImportSource')
  })

  it.each(names(managers))('speaks the words of %s', (manager) => {
    const files = makeProject({ name: 'my-line', server: 'workers', flow: 'reminder', manager })
    const readme = files.get('README.md') ?? ''
    const other = names(managers).filter((one) => one !== manager)
    for (const one of other) expect(readme).not.toMatch(new RegExp(`\\b${one} (?:run|test|start)`))
    expect(readme).toContain(`${manager} run dev`)
    const comments = /```sh\n(.*?)```/s.exec(readme)?.[1]?.trimEnd().split('\n') ?? []
    expect(new Set(comments.map((line) => line.indexOf('#'))).size).toBe(1)
    expect(readme).toContain(manager === 'npm' ? 'remind -- 4477' : 'remind 4477')
    expect(files.has('.yarnrc.yml')).toBe(manager === 'yarn')
    const settings = files.get('pnpm-workspace.yaml')
    const scripts = 'allowBuilds:\n  esbuild: false\n  sharp: false\n  workerd: false\n'
    expect(settings).toBe(manager === 'pnpm' ? scripts : undefined)
  })
})
