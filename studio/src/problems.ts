import type { NotLoadedReason } from './child/messages'
import type { Problem, ProblemCode, Source } from './protocol'

/** Details of a problem, beside its words. */
type More = Pick<Problem, 'detail' | 'source'>

export function problem(
  code: ProblemCode,
  message: string,
  remedy: string,
  more: More = {},
): Problem {
  return { code, message, remedy, ...more }
}

/**
 * Why a module serves nothing.
 *
 * @param name the module as its user named it
 * @param folder the project, whose files are told apart from those of packages
 */
export function notLoaded(reason: NotLoadedReason, name: string, folder: string): Problem {
  switch (reason.kind) {
    case 'threw': {
      const { message, stack } = reason
      // The first line of a compiler says only how many errors there are.
      const [first = message] = (/ ERROR: (.*)/.exec(message)?.[1] ?? message).trim().split('\n')
      const source = placeIn(`${message}\n${stack}`, folder)
      const remedy = `${remedyIn(message) ?? 'Mend it.'} It is loaded again when the file, or the .env, is saved.`
      return problem('module-broken', `${name} cannot be loaded: ${first}`, remedy, {
        detail: stack,
        ...(source && { source }),
      })
    }
    case 'missing':
      return problem(
        'module-missing',
        `There is no module ${name}.`,
        'Check the spelling, and the folder that you are in.',
      )
    case 'unknown-extension':
      return problem(
        'tsx-missing',
        `Node cannot import ${name} by itself.`,
        'Install tsx, which is then used: npm install --save-dev tsx',
      )
    case 'without-default':
      return problem(
        'module-without-default',
        `${name} has no default export.`,
        'Export an app, a flow component or an NCCO as default.',
      )
    case 'other-default':
      return problem(
        'module-without-default',
        `The default export of ${name} is ${reason.found}.`,
        'Export an app, a flow component or an NCCO as default.',
      )
    case 'without-package':
      return problem(
        'package-missing',
        `${name} exports elements, but ncco-jsx is not installed in its project.`,
        'Install it: npm install ncco-jsx',
      )
  }
}

export function exited(name: string, status: string): Problem {
  return problem(
    'app-exited',
    `The process of ${name} has ended (${status}).`,
    'Its output says why. It is started again when a file is saved.',
  )
}

export function stuck(name: string, seconds: number): Problem {
  return problem(
    'app-stuck',
    `${name} did nothing else for ${seconds} s, so its process was ended: it seems to be in an endless loop.`,
    'Look for a loop without an end. It is loaded again when a file is saved.',
  )
}

export function silent(name: string, seconds: number): Problem {
  return problem(
    'app-silent',
    `${name} waits for something since ${seconds} s, and has not been loaded.`,
    'Look for an await at the top of a module that never ends.',
  )
}

export function unanswered(seconds: number): Problem {
  return problem(
    'app-silent',
    `No answer within ${seconds} s.`,
    'Look for an await that never ends, and for a route that does not end its response.',
  )
}

export function unreachable(url: string, code: string): Problem {
  return problem(
    'server-unreachable',
    `Nothing answers at ${url} (${code}).`,
    'Start the server. Calls reach it as soon as it listens.',
  )
}

export function withoutSecret(name: string): Problem {
  return problem(
    'secret-missing',
    `The variable ${name} is not set, so webhooks cannot be signed with it.`,
    `Set ${name} in the .env of the project to the signature secret, or call without a signature.`,
  )
}

export function notSaved(why: string): Problem {
  return problem('not-saved', `The file was not saved: ${why}.`, 'Copy the text instead.')
}

export function notOpened(why: string): Problem {
  return problem(
    'not-opened',
    `The file was not opened: ${why}.`,
    'Set the variable EDITOR or VISUAL to the command of your editor.',
  )
}

/** Why changes of files may pass unnoticed. */
export function unwatched(error: unknown): string {
  const { code = String(error) } = error as NodeJS.ErrnoException
  return `Not every file can be watched (${code}). Restart the app in the page after a change, or let the system watch more files.`
}

/** Why nothing but the studio can compile a module. */
export function withoutConfig(name: string): string {
  return `There is no tsconfig.json, so only the studio knows how to compile the JSX of ${name}. For editors and tests, write one: { "compilerOptions": { "jsx": "react-jsx", "jsxImportSource": "ncco-jsx" } }`
}

/** A problem for a terminal. */
export function formatProblem({ message, remedy, source, detail }: Problem): string {
  const place = source ? `\n  at ${source.file}:${source.line}` : ''
  return `${message}\n  ${remedy}${place}${detail ? `\n\n${detail}` : ''}`
}

/** The remedy in the message of an error of `ncco-jsx`: what is wrong, then the remedy, then the page about it. */
function remedyIn(message: string): string | undefined {
  return /^[a-z]+(?:-[a-z]+)*: .+\n {2}(\S.*)\n(?:.*\n)* {2}docs\/errors\.md#/.exec(message)?.[1]
}

/** The first place in a text that is in a file of the project itself. */
function placeIn(text: string, folder: string): Source | undefined {
  const places = text.matchAll(/(?:file:\/\/)?((?:[A-Za-z]:)?[\\/][^\s:()]+):(\d+)(?::(\d+))?/g)
  for (const [, file = '', line, column] of places) {
    if (!file.startsWith(folder) || /[\\/]node_modules[\\/]/.test(file)) continue
    return { file, line: Number(line), ...(column !== undefined && { column: Number(column) }) }
  }
  return undefined
}
