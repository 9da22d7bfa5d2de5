import type { NotLoadedReason } from '../../src/child/messages'
import { notLoaded } from '../../src/problems'
import type { Problem } from '../../src/protocol'
import type { CompileError } from './compile/compiled'
import { flowFile } from './flow-file'

const again = 'It is loaded again when you change it.'

export function notCompiled({ message, line, column }: CompileError): Problem {
  return {
    code: 'module-broken',
    message: `${flowFile} cannot be compiled: ${message}`,
    remedy: again,
    ...(line !== undefined && { source: { file: flowFile, line, column } }),
  }
}

export function notRun(reason: NotLoadedReason): Problem {
  if (reason.kind !== 'threw') return notLoaded(reason, flowFile, '')
  const [first = ''] = reason.message.split('\n')
  return {
    code: 'module-broken',
    message: `${flowFile} throws when it is loaded: ${first}`,
    remedy: again,
    detail: reason.stack,
  }
}

export function stuck(seconds: number): Problem {
  return {
    code: 'app-stuck',
    message: `${flowFile} did nothing else for ${seconds} s, so it was ended: it seems to be in an endless loop.`,
    remedy: `Look for a loop without an end. ${again}`,
  }
}

export function silent(seconds: number): Problem {
  return {
    code: 'app-silent',
    message: `${flowFile} waits for something since ${seconds} s, and has not been loaded.`,
    remedy: `Look for an await at the top of the module that never ends. ${again}`,
  }
}
