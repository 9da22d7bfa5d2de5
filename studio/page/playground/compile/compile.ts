import { transform } from '@babel/standalone'
import { flowFile } from '../flow-file'
import type { Compiled, CompileError } from './compiled'
import { refuseImports } from './refuse-imports'

/** Compiles TSX for development, so that each element knows its line and column. Statements keep their lines. */
export function compile(source: string): Compiled {
  try {
    const { code } = transform(source, {
      filename: flowFile,
      babelrc: false,
      configFile: false,
      retainLines: true,
      compact: false,
      presets: [
        ['react', { runtime: 'automatic', development: true, importSource: 'ncco-jsx' }],
        'typescript',
      ],
      plugins: [refuseImports, 'transform-dynamic-import', 'transform-modules-commonjs'],
    })
    return { code }
  } catch (error) {
    return { error: readError(error) }
  }
}

interface BabelError {
  readonly message?: string
  readonly loc?: { readonly line: number; readonly column: number }
}

function readError(error: unknown): CompileError {
  const { message = String(error), loc } = Object(error) as BabelError
  // The file, the place and the lines around it are shown by the editor.
  const [first = message] = message.replace(/^\S*flow\.tsx: /, '').split('\n')
  const words = first.replace(/ \(\d+:\d+\)$/, '')
  return { message: words, line: loc?.line, column: loc && loc.column + 1 }
}
