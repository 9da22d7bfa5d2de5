import { toScript } from 'ncco-jsx/simulate'
import type { Act, LegDoes } from './act'
import { type DoneAct, joinKeys } from './done-act'
import { literal } from './literal'

/** A call that is to be a test. */
export interface SavedCall {
  /** What is dialled: the answer URL of a server, or a module, as the test imports it. */
  readonly target:
    | { readonly url: string }
    | { readonly module: string; readonly exports: 'app' | 'component' | 'ncco' }
  /** The options of `dial`. */
  readonly options: Readonly<Record<string, unknown>>
  /** More headers of every webhook. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** The name of the variable with the secret that signs. */
  readonly signature?: string | undefined
  /** Whether the project has a `.env`. */
  readonly hasVariables: boolean
  readonly startsAt: string
  /** What was done; a fault that was there before the call has begun before second 0. */
  readonly acts: readonly DoneAct[]
  /** The second at which the expectations hold. */
  readonly now: number
  readonly heard: readonly string[]
  readonly ended: string | undefined
  readonly state: string
}

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
    `  const platform = createPlatform({ startsAt: ${literal(call.startsAt)} })`,
    ...(hasFaults(call) ? ['  let fault: DeliveryFault | undefined'] : []),
    ...faultsBefore(call),
    ...dialling(call, 'const call = ', call.options),
    ...(isManual ? timedActs(call) : acts.flatMap((act) => actLines(act, call))),
    `  expect(call.heard).toStrictEqual(${literal(call.heard, 2)})`,
    call.ended === undefined
      ? `  expect(call.state).toBe(${literal(call.state)})`
      : `  expect(call.ended?.reason).toBe(${literal(call.ended)})`,
    '})',
    '',
  ]
  return lines.join('\n')
}

function imports(call: SavedCall): string[] {
  const { target, acts, hasVariables } = call
  const usesVitest = hasVariables || !('url' in target) ? 'expect, it, vi' : 'expect, it'
  const fault = acts.some(({ act }) => act.kind === 'fault') ? ', type DeliveryFault' : ''
  return [
    ...('exports' in target && target.exports === 'component'
      ? ["import { createVoiceApp } from 'ncco-jsx/serve'"]
      : []),
    `import { createPlatform${fault}, dial } from 'ncco-jsx/simulate'`,
    `import { ${usesVitest} } from 'vitest'`,
    ...('url' in target ? [] : importsOfModule(target, call)),
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

function headerLines(headers: Readonly<Record<string, string>>, indent: string): string[] {
  return Object.entries(headers).map(
    ([name, value]) => `${indent}request.headers.set(${literal(name)}, ${literal(value)})`,
  )
}

function titleOf({ acts }: SavedCall): string {
  const script = toScript(joinKeys(acts))
  return script === '' ? 'answers the call' : script
}

/** Faults that were there before the call. */
function faultsBefore(call: SavedCall): string[] {
  return call.acts.filter((done) => !isInCall(done)).flatMap(({ act }) => actLines(act, call))
}

/** Whether an act has a moment of its own, so that time must be told to pass. */
function hasMoments({ acts }: SavedCall): boolean {
  return acts.some((done) => isInCall(done) && 'after' in done.act && done.act.after !== undefined)
}

function hasFaults({ acts }: SavedCall): boolean {
  return acts.some(({ act }) => act.kind === 'fault')
}

function isInCall({ begunAt }: DoneAct): boolean {
  return begunAt >= 0
}

/** @param result what the call is assigned to */
function dialling(call: SavedCall, result: string, options: SavedCall['options']): string[] {
  const { target, signature } = call
  const given = [
    'platform',
    ...(hasMoments(call) ? ["pace: 'manual'"] : []),
    ...Object.entries(options)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}: ${literal(value, 2)}`),
    ...(signature === undefined
      ? []
      : [`signature: { secret: process.env[${literal(signature)}] ?? '' }`]),
  ]
  const functions = [...fetchLines(call), ...(hasFaults(call) ? faultLines : [])]
  const dialled = 'url' in target ? literal(target.url) : 'target'
  if (functions.length === 0) {
    return [`  ${result}await dial(${dialled}, { ${given.join(', ')} })`]
  }
  return [
    `  ${result}await dial(${dialled}, {`,
    ...given.map((one) => `    ${one},`),
    ...functions,
    '  })',
  ]
}

const faultLines = [
  '    faults: () => {',
  '      const next = fault',
  '      fault = undefined',
  '      return next',
  '    },',
]

/** The headers of every webhook of a server, which only its requests can have. */
function fetchLines({ target, headers }: SavedCall): string[] {
  if (!headers || !('url' in target)) return []
  return [
    '    fetch: (request, init) => {',
    ...headerLines(headers, '      '),
    '      return fetch(request, init)',
    '    },',
  ]
}

/** The acts with the time between them, for a call in which someone interrupted. */
function timedActs(call: SavedCall): string[] {
  const { acts, now } = call
  const lines: string[] = []
  let clock = 0
  const waitUntil = (second: number) => {
    const seconds = Math.round((second - clock) * 1000) / 1000
    if (seconds > 0) lines.push(`  await call.wait(${seconds})`)
    clock = Math.max(clock, second)
  }
  for (const { act, begunAt, doneAt } of acts.filter(isInCall)) {
    if (act.kind === 'silence' || act.kind === 'wait') {
      waitUntil(doneAt)
      continue
    }
    waitUntil(begunAt)
    lines.push(...actLines(act, call))
    clock = doneAt
  }
  waitUntil(now)
  return lines
}

function actLines(act: Act, call: SavedCall): string[] {
  switch (act.kind) {
    case 'press':
      return [`  await call.press(${literal(act.keys)})`]
    case 'say':
      return [`  await call.say(${literal(act.text)})`]
    case 'silence':
      return [`  await call.wait(${act.seconds ?? 0})`]
    case 'wait':
      return [`  await call.wait(${act.seconds})`]
    case 'hang-up':
      return ['  await call.hangUp()']
    case 'leg':
      return [`  await call.legs[${act.leg - 1}]?.${legCall(act.does)}`]
    case 'caller':
      return dialling(call, '', { ...call.options, from: act.from })
    case 'call': {
      const leg = act.leg === undefined ? '.leg' : `.legs[${act.leg - 1}]?`
      return [`  await platform.calls[${act.call - 1}]?${leg}.${legCall(act.does)}`]
    }
    case 'dial':
      return []
    case 'fault':
      return [`  fault = ${literal(act.fault)}`]
  }
}

function legCall(does: LegDoes): string {
  switch (does.kind) {
    case 'machine':
      return `answer({ as: 'machine', beep: ${does.beep} })`
    case 'press':
      return `press(${literal(does.keys)})`
    case 'say':
      return `say(${literal(does.text)})`
    case 'hang-up':
      return 'hangUp()'
    default:
      return `${does.kind}()`
  }
}
