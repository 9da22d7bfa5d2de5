import * as root from 'ncco-jsx'
import * as development from 'ncco-jsx/jsx-dev-runtime'
import * as production from 'ncco-jsx/jsx-runtime'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const modules: Record<string, unknown> = {
  'ncco-jsx': root,
  'ncco-jsx/jsx-runtime': production,
  'ncco-jsx/jsx-dev-runtime': development,
}

const flow = `
import { Connect, createElement, Fragment, Phone, Talk } from 'ncco-jsx'
const given = { language: 'en-GB', loop: 2 }
export default (
  <>
    <Talk {...given} key="spread before key">Hello <break time="1s" /></Talk>
    {['447700900001'].map((number) => (
      <Connect from="447700900000" key={number}><Phone number={number} /></Connect>
    ))}
  </>
)`

const ncco = [
  {
    action: 'talk',
    text: "<speak>Hello <break time='1s'/></speak>",
    language: 'en-GB',
    loop: 2,
  },
  {
    action: 'connect',
    from: '447700900000',
    endpoint: [{ type: 'phone', number: '447700900001' }],
  },
]

/** Compiles a module with TypeScript, runs it, and returns its default export and what it imported. */
function run(
  text: string,
  options: ts.CompilerOptions,
): { flow: root.NccoNode; imported: string[] } {
  const { outputText } = ts.transpileModule(text, {
    fileName: 'flow.tsx',
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, ...options },
  })
  const imported: string[] = []
  const exported: { default?: root.NccoNode } = {}
  const require = (name: string) => {
    imported.push(name)
    return modules[name]
  }
  new Function('require', 'exports', outputText)(require, exported)
  return { flow: exported.default, imported }
}

const jsxImportSource = 'ncco-jsx'

describe('the JSX transforms', () => {
  it.each<[string, string, ts.CompilerOptions, string[]]>([
    [
      'automatic',
      flow,
      { jsx: ts.JsxEmit.ReactJSX, jsxImportSource },
      // createElement of its own accord, for the key after a spread.
      ['ncco-jsx/jsx-runtime', 'ncco-jsx'],
    ],
    [
      'automatic, for development',
      flow,
      { jsx: ts.JsxEmit.ReactJSXDev, jsxImportSource },
      ['ncco-jsx/jsx-dev-runtime', 'ncco-jsx'],
    ],
    [
      'automatic, by pragma',
      `/** @jsxImportSource ncco-jsx */${flow}`,
      { jsx: ts.JsxEmit.ReactJSX },
      ['ncco-jsx/jsx-runtime', 'ncco-jsx'],
    ],
    [
      'classic, by factories',
      flow,
      { jsx: ts.JsxEmit.React, jsxFactory: 'createElement', jsxFragmentFactory: 'Fragment' },
      ['ncco-jsx'],
    ],
    [
      'classic, by pragma',
      `/** @jsx createElement */ /** @jsxFrag Fragment */${flow}`,
      { jsx: ts.JsxEmit.React },
      ['ncco-jsx'],
    ],
  ])('%s', (_, text, options, imports) => {
    const compiled = run(text, options)
    expect(root.render(compiled.flow)).toStrictEqual(ncco)
    expect([...new Set(compiled.imported)]).toStrictEqual(imports)
  })

  it('for development keep the place in the source', () => {
    const wrong = `import { Wait } from 'ncco-jsx'\nexport default <Wait timeout="x" />`
    const { flow } = run(wrong, { jsx: ts.JsxEmit.ReactJSXDev, jsxImportSource })
    expect(() => root.render(flow)).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({
            code: 'wrong-type',
            source: { file: 'flow.tsx', line: 2, column: 15 },
          }),
        ],
      }),
    )
  })
})
