/** The sources of the modules that a flow imports by their path. */
interface Beside {
  /** Of those that the flow needs before it is called. */
  readonly above?: readonly string[]
  readonly below?: readonly string[]
}

/**
 * An example as one module whose default export is an app.
 *
 * @param flow the source of `flow.tsx`, which ends in `export const flow`
 */
export function toStart(flow: string, { above = [], below = [] }: Beside = {}): string {
  const sources = [...above.map(withoutExports), servedFlow(flow), ...below.map(withoutExports)]
  const parts = sources.map(splitImports)
  const imports = parts.flatMap(({ imports }) => imports)
  return `${[imports.join('\n'), ...parts.map(({ rest }) => rest.trim())].join('\n\n')}\n`
}

/** The options of an app, as the examples export them, made an app. */
function servedFlow(source: string): string {
  return source
    .replace(/^export const flow: VoiceAppOptions = (.*)$/ms, (_, options: string) => {
      return `export default createVoiceApp(${options.trim()})`
    })
    .replace(
      /^import (type )?\{([^}]*)\} from 'ncco-jsx\/serve'$/m,
      (_, isType: string | undefined, names: string) => {
        const all = names.split(',').map((name) => name.trim())
        const kept = all
          .filter((name) => name !== '' && !name.endsWith('VoiceAppOptions'))
          .map((name) => (isType ? `type ${name}` : name))
        const sorted = ['createVoiceApp', ...kept].sort((one, other) =>
          bare(one) < bare(other) ? -1 : 1,
        )
        return `import { ${sorted.join(', ')} } from 'ncco-jsx/serve'`
      },
    )
}

function bare(name: string): string {
  return name.replace('type ', '').toLowerCase()
}

function withoutExports(source: string): string {
  return source.replace(/^export (?!default)/gm, '')
}

/** The imports from packages, and the rest without any. */
function splitImports(source: string): { readonly imports: string[]; readonly rest: string } {
  const statement = /^import [^;]*? from '([^']+)'\n/gm
  const imports = [...source.matchAll(statement)]
    .filter(([, specifier = '']) => !specifier.startsWith('.'))
    .map(([text]) => text.trim())
  return { imports, rest: source.replace(statement, '') }
}
