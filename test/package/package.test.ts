import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeSchema } from '../../scripts/schema'
import { root, run } from '../../scripts/tools'
import { codeBlocks } from '../support/generated'
import { makeUserProject, type UserProject } from '../support/user-project'

let project: string
let user: UserProject

beforeAll(() => {
  user = makeUserProject()
  project = user.folder
})

afterAll(() => user.remove())

/** Runs a script in the project of a user and returns what it printed. */
function runScript(name: string, text: string): unknown {
  writeFileSync(join(project, name), text)
  return JSON.parse(run(process.execPath, [name], project))
}

const flow = `
const flow = jsx(Fragment, {
  children: [
    jsx(Talk, { children: ['Hello ', jsx('break', { time: '1s' })] }),
    jsxs(Connect, { from: '447700900000', children: jsx(Phone, { number: '447700900001' }) }),
  ],
})
console.log(JSON.stringify({ ncco: render(flow), issues: check([]).map(({ code }) => code) }))`

const output = {
  ncco: [
    { action: 'talk', text: "<speak>Hello <break time='1s'/></speak>" },
    {
      action: 'connect',
      from: '447700900000',
      endpoint: [{ type: 'phone', number: '447700900001' }],
    },
  ],
  issues: ['empty-ncco'],
}

describe('the packed package, installed into an empty project', () => {
  it('renders in an ES module', () => {
    const imports = `
      import { check, Connect, Phone, render, Talk } from 'ncco-jsx'
      import { Fragment, jsx, jsxs } from 'ncco-jsx/jsx-runtime'`
    expect(runScript('flow.mjs', imports + flow)).toStrictEqual(output)
  })

  it('renders in a CommonJS module', () => {
    const imports = `
      const { check, Connect, Phone, render, Talk } = require('ncco-jsx')
      const { Fragment, jsx, jsxs } = require('ncco-jsx/jsx-runtime')`
    expect(runScript('flow.cjs', imports + flow)).toStrictEqual(output)
  })

  // A release has such links lead to the repository.
  it('has no page with a link to what neither it nor the repository has', () => {
    const installed = join(project, 'node_modules/ncco-jsx')
    const docs = join(installed, 'docs')
    const pages = readdirSync(docs).map((name) => join(docs, name))
    const broken = pages.flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)]
        .map(([, link = '']) => join(dirname(page), link))
        .filter((target) => !existsSync(target))
        .filter((target) => !existsSync(join(root, relative(installed, target)))),
    )
    expect(pages.length).toBeGreaterThan(4)
    expect(broken).toStrictEqual([])
  })

  it('has the JSON Schema of the NCCO', () => {
    const text = `console.log(JSON.stringify(require('ncco-jsx/ncco.schema.json')))`
    expect(runScript('schema.cjs', text)).toStrictEqual(makeSchema())
  })

  it('has that schema where docs/command-line.md points an editor to', () => {
    const page = readFileSync(join(root, 'docs/command-line.md'), 'utf8')
    const blocks = codeBlocks(page, 'json').map((block) => JSON.parse(block))
    const settings = blocks.find((block) => 'json.schemas' in block)
    const [{ url }] = settings['json.schemas']
    expect(JSON.parse(readFileSync(join(project, url), 'utf8'))).toStrictEqual(makeSchema())
  })

  it('tells where an element was written', () => {
    const text = `
      import { render, Wait } from 'ncco-jsx'
      import { jsxDEV } from 'ncco-jsx/jsx-dev-runtime'
      const source = { fileName: 'flow.tsx', lineNumber: 3, columnNumber: 5 }
      try {
        render(jsxDEV(Wait, { timeout: 'x' }, undefined, false, source, undefined))
      } catch (error) {
        console.log(JSON.stringify(error.issues[0].source))
      }`
    expect(runScript('place.mjs', text)).toStrictEqual({ file: 'flow.tsx', line: 3, column: 5 })
  })

  it.each(['errors.mjs', 'errors.cjs'])('shows errors under their own names, in %s', (name) => {
    const load = name.endsWith('.mjs')
      ? "import { inspect } from 'node:util'\nimport * as core from 'ncco-jsx'"
      : "const { inspect } = require('node:util')\nconst core = require('ncco-jsx')"
    const text = `${load}
      try {
        core.render(core.createElement(core.Talk, { loop: -1 }, 'Hello'))
      } catch (error) {
        const [shown] = inspect(error).split(':')
        console.log(JSON.stringify([core.NccoError.name, shown]))
      }`
    expect(runScript(name, text)).toStrictEqual(['NccoError', 'NccoError'])
  })

  it('works with its other copy: a CommonJS fragment with context in an ES module', () => {
    const fragment = `
      const { createContext, createElement, Talk, useContext, render } = require('ncco-jsx')
      exports.Name = createContext('nobody')
      exports.Greeting = () => createElement(Talk, null, 'Hello ', useContext(exports.Name))
      exports.fail = () => render(createElement(Talk, { loop: -1 }, 'Hello'))`
    writeFileSync(join(project, 'fragment.cjs'), fragment)
    const text = `
      import { createElement, NccoError, render } from 'ncco-jsx'
      import { fail, Greeting, Name } from './fragment.cjs'
      const ncco = render(createElement(Name.Provider, { value: 'Ada' }, createElement(Greeting)))
      let isNccoError
      try { fail() } catch (error) { isNccoError = error instanceof NccoError }
      console.log(JSON.stringify({ ncco, isNccoError }))`
    expect(runScript('mixed.mjs', text)).toStrictEqual({
      ncco: [{ action: 'talk', text: 'Hello Ada' }],
      isNccoError: true,
    })
  })

  it.each([
    ['calls.test.mjs', "import test from 'node:test'\nimport { dial } from 'ncco-jsx/simulate'"],
    [
      'calls.test.cjs',
      "const test = require('node:test')\nconst { dial } = require('ncco-jsx/simulate')",
    ],
  ])('calls a flow under another test runner, in %s', (name, imports) => {
    const text = `${imports}
      test('the flow says goodbye', async () => {
        const call = await dial([{ action: 'talk', text: 'Goodbye.' }])
        if (call.heard[0] !== 'Goodbye.') throw new Error(call.transcript())
      })`
    writeFileSync(join(project, name), text)
    const env = { ...process.env, NODE_TEST_CONTEXT: undefined }
    const { status, stdout } = spawnSync(process.execPath, ['--test', name], {
      cwd: project,
      env,
      encoding: 'utf8',
    })
    expect(stdout).toMatch(/pass 1\n/)
    expect(status).toBe(0)
  })

  it('needs no other package, but for its command', () => {
    const alone = join(project, 'alone')
    cpSync(join(project, 'node_modules/ncco-jsx'), join(alone, 'node_modules/ncco-jsx'), {
      recursive: true,
    })
    const entries = [
      'ncco-jsx',
      'ncco-jsx/jsx-runtime',
      'ncco-jsx/jsx-dev-runtime',
      'ncco-jsx/convert',
    ]
    const text = `
      import { createRequire } from 'node:module'
      const require = createRequire(import.meta.url)
      const loaded = []
      for (const entry of ${JSON.stringify(entries)}) {
        const [module, common] = [await import(entry), require(entry)]
        if (Object.keys(module).every((name) => name in common)) loaded.push(entry)
      }
      console.log(JSON.stringify(loaded))`
    expect(runScript('alone/entries.mjs', text)).toStrictEqual(entries)
  })

  it('brings its command along, which converts and checks', () => {
    const command = join(project, 'node_modules/.bin/ncco-jsx')
    const ncco = '[{ "action": "talk", "text": "Hello" }]'
    const pipe = { cwd: project, input: ncco, encoding: 'utf8', shell: true } as const
    expect(spawnSync(command, ['convert'], pipe).stdout).toContain('<Talk>Hello</Talk>')
    expect(spawnSync(command, ['check'], pipe)).toMatchObject({ status: 0 })
  })

  it.each([
    [
      'an ES module',
      'serve.mjs',
      (name: string, from: string) => `import { ${name} } from '${from}'`,
    ],
    [
      'a CommonJS module',
      'serve.cjs',
      (name: string, from: string) => `const { ${name} } = require('${from}')`,
    ],
  ])('serves a call from %s', (_, file, load) => {
    const text = `
      ${load('createElement, Talk', 'ncco-jsx')}
      ${load('createVoiceApp, useWebhook', 'ncco-jsx/serve')}
      ${load('toNodeHandler', 'ncco-jsx/node')}
      const Caller = () => useWebhook().from
      const app = createVoiceApp({ answer: () => createElement(Talk, null, createElement(Caller)), signature: false })
      const server = require_('node:http').createServer(toNodeHandler(app)).listen(0, '127.0.0.1', async () => {
        const query = 'to=1&from=447700900001&uuid=u&conversation_uuid=CON-1'
        const response = await fetch('http://127.0.0.1:' + server.address().port + '/answer?' + query)
        console.log(await response.text())
        server.closeAllConnections()
        server.close()
      })`
    const http = file.endsWith('.cjs')
      ? 'require'
      : "(await import('node:module')).createRequire(import.meta.url)"
    expect(runScript(file, text.replace('require_', http))).toStrictEqual([
      { action: 'talk', text: '447700900001' },
    ])
  })

  it('calls a component of its other copy with the webhook', () => {
    const fragment = `
      const { createElement, Talk } = require('ncco-jsx')
      const { useWebhook } = require('ncco-jsx/serve')
      exports.Caller = () => createElement(Talk, null, useWebhook().from)`
    writeFileSync(join(project, 'caller.cjs'), fragment)
    const text = `
      import { createElement } from 'ncco-jsx'
      import { createVoiceApp } from 'ncco-jsx/serve'
      import { Caller } from './caller.cjs'
      const app = createVoiceApp({ answer: () => createElement(Caller), signature: false })
      const query = 'to=1&from=447700900001&uuid=u&conversation_uuid=CON-1'
      const response = await app.fetch(new Request('https://a.example/answer?' + query))
      console.log(await response.text())`
    expect(runScript('other-copy.mjs', text)).toStrictEqual([
      { action: 'talk', text: '447700900001' },
    ])
  })

  it('holds what a user needs and nothing else', () => {
    const names = user.files
      .filter((path) => !/^(?:jsx-runtime|src)\//.test(path))
      // Not the parts that entries share, which the bundlers cut and name.
      .filter((path) => !/-[\w-]{8}\./.test(path))
    expect(names.sort()).toMatchInlineSnapshot(`
      [
        "AGENTS.md",
        "LICENSE",
        "README.md",
        "THIRD-PARTY.md",
        "dist/cli.js",
        "dist/convert.cjs",
        "dist/convert.cjs.map",
        "dist/convert.d.cts",
        "dist/convert.d.cts.map",
        "dist/convert.d.ts",
        "dist/convert.d.ts.map",
        "dist/convert.js",
        "dist/convert.js.map",
        "dist/core.js",
        "dist/core.js.map",
        "dist/dialog.cjs",
        "dist/dialog.cjs.map",
        "dist/dialog.d.cts",
        "dist/dialog.d.cts.map",
        "dist/dialog.d.ts",
        "dist/dialog.d.ts.map",
        "dist/dialog.js",
        "dist/dialog.js.map",
        "dist/index.cjs",
        "dist/index.cjs.map",
        "dist/index.d.cts",
        "dist/index.d.cts.map",
        "dist/index.d.ts",
        "dist/index.d.ts.map",
        "dist/index.js",
        "dist/index.js.map",
        "dist/jsx-dev-runtime.cjs",
        "dist/jsx-dev-runtime.cjs.map",
        "dist/jsx-dev-runtime.d.cts",
        "dist/jsx-dev-runtime.d.cts.map",
        "dist/jsx-dev-runtime.d.ts",
        "dist/jsx-dev-runtime.d.ts.map",
        "dist/jsx-dev-runtime.js",
        "dist/jsx-dev-runtime.js.map",
        "dist/jsx-runtime.cjs",
        "dist/jsx-runtime.cjs.map",
        "dist/jsx-runtime.d.cts",
        "dist/jsx-runtime.d.cts.map",
        "dist/jsx-runtime.d.ts",
        "dist/jsx-runtime.d.ts.map",
        "dist/jsx-runtime.js",
        "dist/jsx-runtime.js.map",
        "dist/ncco.schema.json",
        "dist/node.cjs",
        "dist/node.cjs.map",
        "dist/node.d.cts",
        "dist/node.d.cts.map",
        "dist/node.d.ts",
        "dist/node.d.ts.map",
        "dist/node.js",
        "dist/node.js.map",
        "dist/serve.cjs",
        "dist/serve.cjs.map",
        "dist/serve.d.cts",
        "dist/serve.d.cts.map",
        "dist/serve.d.ts",
        "dist/serve.d.ts.map",
        "dist/serve.js",
        "dist/serve.js.map",
        "dist/simulate.cjs",
        "dist/simulate.cjs.map",
        "dist/simulate.d.cts",
        "dist/simulate.d.cts.map",
        "dist/simulate.d.ts",
        "dist/simulate.d.ts.map",
        "dist/simulate.js",
        "dist/simulate.js.map",
        "dist/vitest-setup.js",
        "dist/vitest.cjs",
        "dist/vitest.cjs.map",
        "dist/vitest.d.cts",
        "dist/vitest.d.cts.map",
        "dist/vitest.d.ts",
        "dist/vitest.d.ts.map",
        "dist/vitest.js",
        "dist/vitest.js.map",
        "docs/command-line.md",
        "docs/dialogs.md",
        "docs/elements.md",
        "docs/errors.md",
        "docs/map.md",
        "docs/outbound.md",
        "docs/rules.md",
        "docs/scaling.md",
        "docs/serving.md",
        "docs/simulator.md",
        "docs/studio.md",
        "docs/undocumented.md",
        "llms-full.txt",
        "llms.txt",
        "package.json",
      ]
    `)
  })
})
