import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'
import * as core from 'ncco-jsx'
import * as runtime from 'ncco-jsx/jsx-runtime'
import ts from 'typescript'

const root = fileURLToPath(new URL('../..', import.meta.url))

const modules: Readonly<Record<string, unknown>> = {
  'ncco-jsx': core,
  'ncco-jsx/jsx-runtime': runtime,
}

/** Compilers differ in what they make of white space and entities. */
const compilers = {
  typescript: (source: string) =>
    ts.transpileModule(source, {
      fileName: 'flow.tsx',
      compilerOptions: {
        jsx: ts.JsxEmit.ReactJSX,
        jsxImportSource: 'ncco-jsx',
        module: ts.ModuleKind.CommonJS,
        target: ts.ScriptTarget.ES2022,
      },
    }).outputText,
  esbuild: (source: string) =>
    transformSync(source, {
      loader: 'tsx',
      jsx: 'automatic',
      jsxImportSource: 'ncco-jsx',
      format: 'cjs',
    }).code,
}

/** Compiles a TSX module, runs it, and renders the components that it exports, in order. */
export function renderModule(
  source: string,
  compiler: keyof typeof compilers = 'typescript',
): core.Ncco[] {
  const module: { exports: Record<string, () => core.NccoNode> } = { exports: {} }
  const require = (name: string) => modules[name]
  new Function('module', 'exports', 'require', compilers[compiler](source))(
    module,
    module.exports,
    require,
  )
  return Object.values(module.exports).map((component) =>
    core.render(core.createElement(component), { onWarning: ignore }),
  )
}

function ignore(): void {}

/** What the compiler says of TSX modules, by their names. */
export function typeErrors(sources: ReadonlyMap<string, string>): string[] {
  const options: ts.CompilerOptions = {
    jsx: ts.JsxEmit.ReactJSX,
    jsxImportSource: 'ncco-jsx',
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    noEmit: true,
    paths: {
      'ncco-jsx': ['./src/index.ts'],
      'ncco-jsx/jsx-runtime': ['./jsx-runtime/index.ts'],
    },
    baseUrl: root,
  }
  const inRoot = new Map([...sources].map(([name, text]) => [`${root}${name}.tsx`, text]))
  const host = ts.createCompilerHost(options)
  const { fileExists, getSourceFile } = host
  host.fileExists = (file) => inRoot.has(file) || fileExists(file)
  host.getSourceFile = (file, version) => {
    const text = inRoot.get(file)
    if (text === undefined) return getSourceFile(file, version)
    return ts.createSourceFile(file, text, version, false, ts.ScriptKind.TSX)
  }
  const program = ts.createProgram([...inRoot.keys()], options, host)
  return [...inRoot.keys()]
    .map((file) => program.getSourceFile(file))
    .flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ])
    .map(({ file, messageText }) => {
      const name = file?.fileName.slice(root.length) ?? ''
      return `${name}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
    })
}
