import { joinKeys } from './done-act'
import { literal } from './literal'
import { actLines, timedActs } from './saved-acts'
import { hasFaults, hasMoments, isInCall, type SavedCall, type SavedOutcome } from './saved-call'
import { dialling, headerLines } from './saved-dial'
import { platformLines, serverLines } from './saved-rest'
import { nameOf } from './script'

/** A call as a test file for Vitest: its acts, then what was heard and how it ended. */
export function toTest(call: SavedCall): string {
  const acts = joinKeys(call.acts.filter(isInCall))
  const isManual = hasMoments(call)
  const lines = [
    ...imports(call),
    '',
    `it(${literal(titleOf(call))}, async () => {`,
    // The app sees the time of the call there, too.
    ...('url' in call.target ? [] : [`  vi.setSystemTime(${literal(call.startsAt)})`]),
    ...platformLines(call),
    ...(hasFaults(call) ? ['  let fault: DeliveryFault | undefined'] : []),
    ...faultsBefore(call),
    ...(call.isDialled ? dialling(call, 'const call = ', call.options) : []),
    ...(isManual ? timedActs(call) : acts.flatMap((act) => actLines(act, call))),
    ...(call.isDialled ? outcomeLines('call', call) : []),
    // Those who dialled too are there to be heard.
    ...[...call.others]
      .filter(([, { isOutbound }]) => isOutbound)
      .flatMap(([place, outcome]) => outcomeLines(`platform.calls[${place}]?`, outcome)),
    '})',
    '',
  ]
  return lines.join('\n')
}

function outcomeLines(
  name: string,
  { heard, ended, state }: Omit<SavedOutcome, 'isOutbound'>,
): string[] {
  return [
    `  expect(${name}.heard).toStrictEqual(${literal(heard, 2)})`,
    ended === undefined
      ? `  expect(${name}.state).toBe(${literal(state)})`
      : `  expect(${name}.ended?.reason).toBe(${literal(ended)})`,
  ]
}

function imports(call: SavedCall): string[] {
  const { target, hasVariables, rest } = call
  const vitest = [
    ...(rest?.hasServer ? ['afterAll'] : []),
    ...['expect', 'it'],
    ...(hasVariables || !('url' in target) ? ['vi'] : []),
  ]
  const simulate = [
    'createPlatform',
    ...(hasFaults(call) ? ['type DeliveryFault'] : []),
    ...(call.isDialled ? ['dial'] : []),
  ]
  return [
    ...(rest?.hasServer
      ? [
          "import type { AddressInfo } from 'node:net'",
          "import { toNodeHandler } from 'ncco-jsx/node'",
        ]
      : []),
    ...('exports' in target && target.exports === 'component'
      ? ["import { createVoiceApp } from 'ncco-jsx/serve'"]
      : []),
    `import { ${simulate.join(', ')} } from 'ncco-jsx/simulate'`,
    `import { ${vitest.join(', ')} } from 'vitest'`,
    ...('url' in target ? [] : importsOfModule(target, call)),
    ...(rest?.hasServer ? serverLines : []),
    ...(hasVariables
      ? [
          '',
          '// Before the app is imported, which reads them.',
          'vi.hoisted(() => process.loadEnvFile())',
        ]
      : []),
    ...targetLines(call),
  ]
}

function importsOfModule(
  { module, exports }: Extract<SavedCall['target'], { module: string }>,
  { headers }: SavedCall,
): string[] {
  const app = headers ? 'app' : 'target'
  return [`import ${exports === 'component' ? 'Flow' : app} from ${literal(module)}`]
}

/** What is dialled, where that is not what the module exports. */
function targetLines({ target, headers }: SavedCall): string[] {
  if ('url' in target) return []
  const app = "createVoiceApp({ answer: Flow, secret: 'x'.repeat(32), signature: false })"
  const made =
    target.exports === 'component' ? ['', `const ${headers ? 'app' : 'target'} = ${app}`] : []
  if (!headers || target.exports === 'ncco') return made
  return [
    ...made,
    '',
    'const target = (request: Request) => {',
    ...headerLines(headers, '  '),
    '  return app.fetch(request)',
    '}',
  ]
}

function titleOf({ acts }: SavedCall): string {
  const script = joinKeys(acts).map(nameOf).join('; ')
  return script === '' ? 'answers the call' : script
}

/** Faults that were there before the call. */
function faultsBefore(call: SavedCall): string[] {
  return call.acts.filter((done) => !isInCall(done)).flatMap(({ act }) => actLines(act, call))
}
