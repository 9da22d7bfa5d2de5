import { type Factory, loadFlow } from '../../../../page/playground/app/load-flow'
import { compile } from '../../../../page/playground/compile/compile'
import type { Finding } from '../../../../page/playground/finding'
import type { Handler } from '../../../../src/child/served'

const AsyncFunction = (async () => {}).constructor as new (...parameters: string[]) => Factory

/** Compiles and loads a flow as the playground does, but for its worker. */
export async function runFlow(
  source: string,
): Promise<{ readonly handler: Handler; readonly exports: string; readonly findings: Finding[] }> {
  const compiled = compile(source)
  if ('error' in compiled) throw new Error(compiled.error.message)
  const findings: Finding[] = []
  const factory = new AsyncFunction('require', 'exports', compiled.code)
  const served = await loadFlow(factory, {
    secret: 'x'.repeat(32),
    report: (found) => findings.push(...found),
  })
  if ('reason' in served) throw new Error(served.reason.kind)
  return { ...served, findings }
}
