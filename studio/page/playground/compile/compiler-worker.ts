import { compile } from './compile'

// A thread of its own: a long flow does not hold up the page, nor a flow in an endless loop the compiler.
self.onmessage = ({ data }: MessageEvent<CompileRequest>) => {
  const { id, source } = data
  self.postMessage({ id, compiled: compile(source) } satisfies CompileAnswer)
}

export interface CompileRequest {
  readonly id: number
  readonly source: string
}

export interface CompileAnswer {
  readonly id: number
  readonly compiled: ReturnType<typeof compile>
}
