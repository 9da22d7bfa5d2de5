import { ignoreRejections } from '../element/promise'
import { isCodedError } from '../issues/brand'
import { elementWords } from '../issues/element-words'
import type { Issue } from '../issues/issue'
import { explain } from '../issues/message'
import { type Detail, messages, type NccoCode } from '../issues/messages'
import { NccoError } from '../issues/ncco-error'
import { type Frame, type Origin, toPlace } from '../issues/origin'
import { toldOf } from './watch-failures'

/** The error that ends a render at once. */
export function renderError<C extends NccoCode>(
  code: C,
  detail: Detail<C>,
  origin: Origin,
  cause?: unknown,
): NccoError {
  const explained = explain(messages, code, detail, elementWords())
  const issue: Issue = { ...explained, path: '', ...toPlace(origin) }
  return toldOf(new NccoError([issue], cause === undefined ? undefined : { cause }))
}

/** The error of this package for anything that a component threw, with the place of the component. */
export function toRenderError(error: unknown, frame: Frame | undefined): NccoError {
  // A promise can be thrown too, and may fail when nobody waits for it.
  ignoreRejections(error)
  const name = frame?.name ?? 'Promise'
  try {
    if (error instanceof NccoError)
      return error.issues.some(hasPlace) ? error : placed(error, frame)
    if (isStackOverflow(error)) {
      const detail = { name: `<${name}>`, how: 'filled the call stack' }
      return renderError('endless-recursion', detail, { frame })
    }
    if (isWithoutReact(error)) {
      return renderError('component-threw', { name, said: compiledForReact }, { frame }, error)
    }
  } catch {
    // It throws even when it is looked at, as a revoked proxy does.
  }
  const said = isCodedError(error) ? sentencesOf(error) : undefined
  return renderError('component-threw', { name, said }, { frame }, error)
}

/** The code with what is wrong, and the remedy, which are the first two lines of its message. */
function sentencesOf({ message }: Error): readonly [wrong: string, remedy: string] {
  const [wrong = '', remedy = ''] = message.split('\n')
  return [wrong, remedy.trim()]
}

function hasPlace({ path, components }: Issue): boolean {
  return path !== '' || (components !== undefined && components.length > 0)
}

function placed(error: NccoError, frame: Frame | undefined): NccoError {
  const [first, ...rest] = error.issues.map((issue) => ({ ...issue, ...toPlace({ frame }) }))
  return first ? toldOf(new NccoError([first, ...rest], { cause: error })) : error
}

const compiledForReact = [
  'an error: React is not defined, because its JSX was compiled for React.',
  'Set "jsxImportSource": "ncco-jsx" in the tsconfig.json whose "include" has its file, or begin the file with /** @jsxImportSource ncco-jsx */.',
] as const

/** Whether compiled JSX looked for React; JavaScriptCore says it in other words. */
function isWithoutReact(error: unknown): boolean {
  return (
    error instanceof ReferenceError && /^React is not defined|variable: React$/.test(error.message)
  )
}

function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && /call stack/i.test(error.message)
}
