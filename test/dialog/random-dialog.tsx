import fc from 'fast-check'
import { type NccoNode, Talk } from 'ncco-jsx'
import { Ask, Choice, Menu, once } from 'ncco-jsx/dialog'
import type { Call } from 'ncco-jsx/simulate'

/** A step of a dialog. Its id stands in all that it says. */
export type Step =
  | { readonly kind: 'say'; readonly id: string }
  | { readonly kind: 'act'; readonly id: string }
  | {
      readonly kind: 'ask'
      readonly id: string
      readonly isConfirmed: boolean
      readonly after: readonly Step[] | null
    }
  | {
      readonly kind: 'menu'
      readonly id: string
      readonly hasName: boolean
      readonly first: readonly Step[]
      readonly second: readonly Step[]
      readonly otherwise: readonly Step[]
    }
  | {
      readonly kind: 'group'
      readonly how: 'array' | 'fragment' | 'component' | 'async'
      readonly steps: readonly Step[]
    }

const id = fc.constant('')

const { steps } = fc.letrec<{ step: Step; steps: readonly Step[] }>((tie) => ({
  steps: fc.array(tie('step'), { minLength: 1, maxLength: 3 }),
  step: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ kind: fc.constant('say' as const), id }),
    fc.record({ kind: fc.constant('act' as const), id }),
    fc.record({
      kind: fc.constant('ask' as const),
      id,
      isConfirmed: fc.boolean(),
      after: fc.option(tie('steps')),
    }),
    fc.record({
      kind: fc.constant('menu' as const),
      id,
      hasName: fc.boolean(),
      first: tie('steps'),
      second: tie('steps'),
      otherwise: tie('steps'),
    }),
    fc.record({
      kind: fc.constant('group' as const),
      how: fc.constantFrom(
        'array' as const,
        'fragment' as const,
        'component' as const,
        'async' as const,
      ),
      steps: tie('steps'),
    }),
  ),
}))

/** A dialog whose steps have ids of their own. */
export const anyDialog: fc.Arbitrary<readonly Step[]> = steps.map((list) => number(list, 'n'))

/** Gives every step an id. */
function number(list: readonly Step[], prefix: string): Step[] {
  let count = 0
  const one = (step: Step): Step => {
    if (step.kind === 'group') return { ...step, steps: step.steps.map(one) }
    const numbered = { ...step, id: `${prefix}${count++}` }
    if (numbered.kind === 'ask') return { ...numbered, after: numbered.after?.map(one) ?? null }
    if (numbered.kind !== 'menu') return numbered
    const { first, second, otherwise } = numbered
    return {
      ...numbered,
      first: first.map(one),
      second: second.map(one),
      otherwise: otherwise.map(one),
    }
  }
  return list.map(one)
}

/** Hears of each component that runs, and of each work that is done with its key. */
export interface Log {
  ran(id: string): void
  did(id: string, key: string): void
}

/** The flow of a dialog. */
export function Flow({ steps: list, log }: { steps: readonly Step[]; log: Log }): NccoNode {
  return list.map((step) => <View step={step} log={log} />)
}

function View({ step, log }: { step: Step; log: Log }): NccoNode {
  const inside = (list: readonly Step[]) => <Flow steps={list} log={log} />
  switch (step.kind) {
    case 'say':
      log.ran(step.id)
      return <Talk>{step.id}</Talk>
    case 'act':
      return <Act id={step.id} log={log} />
    case 'ask': {
      const { after } = step
      const confirm = (value: string) => `is ${step.id}=${value}`
      return (
        <Ask
          name={step.id}
          digits={2}
          prompt={`ask ${step.id}`}
          noInput={`silence ${step.id}`}
          noMatch={`wrong ${step.id}`}
          otherwise={<Talk>out {step.id}</Talk>}
          {...(step.isConfirmed && { confirm })}
          {...(after && {
            children: (value) => (
              <>
                <Talk>{`${step.id}=${value}`}</Talk>
                {inside(after)}
              </>
            ),
          })}
        />
      )
    }
    case 'menu':
      return (
        <Menu
          name={step.hasName ? step.id : undefined}
          prompt={`menu ${step.id}`}
          noInput={`silence ${step.id}`}
          noMatch={`wrong ${step.id}`}
          otherwise={inside(step.otherwise)}
        >
          <Choice digit="1" value={`${step.id} first`}>
            {inside(step.first)}
          </Choice>
          <>
            <Second value={`${step.id} second`}>{inside(step.second)}</Second>
          </>
        </Menu>
      )
    case 'group':
      if (step.how === 'array') return step.steps.map((one) => <View step={one} log={log} />)
      if (step.how === 'fragment') return <>{inside(step.steps)}</>
      return step.how === 'async' ? <Later>{inside(step.steps)}</Later> : inside(step.steps)
  }
}

function Second({ value, children }: { value: string; children: NccoNode }) {
  return (
    <Choice digit="2" value={value}>
      {children}
    </Choice>
  )
}

async function Later({ children }: { children: NccoNode }) {
  await Promise.resolve()
  return children
}

async function Act({ id: name, log }: { id: string; log: Log }) {
  log.ran(name)
  const done = await once(name, (key) => {
    log.did(name, key)
    return { name }
  })
  return <Talk>did {done.name}</Talk>
}

/** What callers press at one question after the other; `''` is silence. */
export const anyPresses = fc.array(fc.constantFrom('', '1', '2', '3', '12', '21'), {
  minLength: 12,
  maxLength: 12,
})

/** Answers the questions of a call, and returns what was pressed: as many keys as the question takes. */
export async function answer(call: Call, presses: readonly string[]): Promise<string[]> {
  const done: string[] = []
  for (const press of presses) {
    if (call.ended) break
    const takesTwo = call.heard.at(-1)?.startsWith('ask ') === true
    const keys = takesTwo ? press : press.slice(0, 1)
    done.push(keys)
    if (keys !== '') await call.press(keys)
    if (keys.length < (takesTwo ? 2 : 1)) await call.wait(3.01)
  }
  return done
}

/** What a caller hears, told by a plain program that waits for its caller and has never heard of webhooks. */
export function tell(dialog: readonly Step[], presses: readonly string[]): string[] {
  const heard: string[] = []
  const left = [...presses]
  const say = (...words: string[]) => heard.push(...words)
  const listen = () => {
    const press = left.shift()
    if (press === undefined) throw hungUp
    return press
  }
  const run = (list: readonly Step[]): void => list.forEach(one)

  function one(step: Step): void {
    if (step.kind === 'say') say(step.id)
    else if (step.kind === 'act') say(`did ${step.id}`)
    else if (step.kind === 'group') run(step.steps)
    else if (step.kind === 'menu') menu(step)
    else ask(step)
  }

  function menu(step: Extract<Step, { kind: 'menu' }>): void {
    for (let failures = 0; failures < 3; ) {
      say(`menu ${step.id}`)
      const press = listen()
      if (press === '1') return run(step.first)
      if (press === '2') return run(step.second)
      if (++failures < 3) say(`${press === '' ? 'silence' : 'wrong'} ${step.id}`)
    }
    run(step.otherwise)
  }

  function ask(step: Extract<Step, { kind: 'ask' }>): void {
    let refusals = 0
    for (let failures = 0; failures < 3; ) {
      say(`ask ${step.id}`)
      const press = listen()
      if (press.length < 2) {
        if (++failures < 3) say(`${press === '' ? 'silence' : 'wrong'} ${step.id}`)
        continue
      }
      if (step.isConfirmed) {
        say(`is ${step.id}=${press}`)
        if (listen() !== '1') {
          if (++refusals > 2) break
          failures = 0
          continue
        }
      }
      if (!step.after) return
      say(`${step.id}=${press}`)
      return run(step.after)
    }
    say(`out ${step.id}`)
  }

  try {
    run(dialog)
  } catch (error) {
    if (error !== hungUp) throw error
  }
  return heard
}

const hungUp = new Error('hung up')

/** A dialog in which one step was added, removed or replaced. */
export function editedDialog(dialog: readonly Step[], seed: number): readonly Step[] {
  const copy: Step[] = structuredClone(dialog) as Step[]
  const lists: Step[][] = []
  const collect = (list: readonly Step[] | null) => {
    if (!list) return
    lists.push(list as Step[])
    for (const step of list) {
      if (step.kind === 'group') collect(step.steps)
      else if (step.kind === 'ask') collect(step.after)
      else if (step.kind === 'menu')
        for (const branch of ['first', 'second', 'otherwise'] as const) collect(step[branch])
    }
  }
  collect(copy)
  const list = lists[seed % lists.length] as Step[]
  const at = seed % (list.length + 1)
  const [sample = []] = fc.sample(anyDialog, { seed, numRuns: 1 })
  const [step] = number(sample, 'x')
  switch (seed % 3) {
    case 0:
      list.splice(at, 0, step as Step)
      break
    case 1:
      list.splice(at, 1)
      break
    default:
      list.splice(at, 1, step as Step)
  }
  return copy
}
