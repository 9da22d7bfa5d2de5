import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { VoiceApp } from 'ncco-jsx/serve'
import { dial } from 'ncco-jsx/simulate'
import { describe, expect, it, vi } from 'vitest'
import { dialogsGiven } from '../support/dialogs-given'
import { codeBlocks, writeModule } from '../support/generated'

const path = fileURLToPath(new URL('../../docs/dialogs.md', import.meta.url))
const page = readFileSync(path, 'utf8')
const [whole = '', ...parts] = codeBlocks(page, 'tsx')

async function load<T>(index: number, exports: string): Promise<T> {
  const code = (parts[index] ?? '').replaceAll('export ', '')
  return import(
    /* @vite-ignore */ writeModule(
      `dialogs-page-${index}.tsx`,
      `${dialogsGiven}${code}\nexport { ${exports} }`,
    )
  )
}

/** The lines of a file of this repository. */
function linesOf(path: string): number {
  const file = fileURLToPath(new URL(`../../${path}`, import.meta.url))
  return readFileSync(file, 'utf8').trimEnd().split('\n').length
}

describe('docs/dialogs.md', () => {
  it('begins with a flow that runs', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    vi.stubEnv('LINK_SECRET', 'a secret of more than 32 characters, only for tests')
    const file = writeModule('dialogs-page.tsx', whole)
    const { app }: { app: VoiceApp } = await import(/* @vite-ignore */ file)
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
    const call = await dial(app)
    await call.press('1')
    await call.press('4#')
    expect(call.heard.filter((words) => words !== 'Welcome.')).toStrictEqual([
      'For a table, press 1. For the kitchen, press 2.',
      'For how many guests?',
      'A table for 4.',
      'Goodbye.',
    ])
  })

  it('has parts that run', async () => {
    const { Booking } = await load<{ Booking: (props: { day: string }) => never }>(0, 'Booking')
    expect((await dial(<Booking day="Monday" />)).heard).toStrictEqual([
      'Your appointment is at nine.',
    ])
    const { Flow: Keyed } = await load<{ Flow: () => never }>(1, 'Flow')
    const call = await dial(<Keyed />)
    await call.press('0')
    await call.wait(3)
    expect(call.heard).toStrictEqual(['Your PIN?', 'A person.'])
    const { Flow: Hours } = await load<{ Flow: () => never }>(2, 'Flow')
    expect((await dial(<Hours />)).heard).toStrictEqual(['Closed.'])
    const { PinEntry } = await load<{
      PinEntry: (props: { isRight: (pin: string) => boolean; children: () => null }) => never
    }>(5, 'PinEntry')
    const entry = await dial(<PinEntry isRight={(pin) => pin === '1234'}>{() => null}</PinEntry>)
    await entry.press('1111#')
    expect(entry.heard[1]).toBe('That is not right.')
  })

  it('counts the lines of the examples', () => {
    const counted = [...page.matchAll(/^\| `(examples\S+)`.*?\| \d+ \| (\d+) \|/gm)].map(
      ([, file = '', lines]) => [file, Number(lines)],
    )
    const [, surgery = '', lines] =
      /`(examples\/surgery\S+)` has[^.]*? in (\d+) lines/.exec(page) ?? []
    counted.push([surgery, Number(lines)])
    expect(counted).toHaveLength(6)
    expect(counted).toStrictEqual(counted.map(([file]) => [file, linesOf(String(file))]))
  })

  it('shows a menu before and after that say the same', async () => {
    const { before } = await load<{ before: VoiceApp }>(3, 'before')
    const { after } = await load<{ after: VoiceApp }>(4, 'after')
    for (const presses of [['1'], ['9', '2'], ['9', '8', '7']]) {
      const heard: string[] = []
      for (const app of [before, after]) {
        const call = await dial(app)
        for (const key of presses) await call.press(key)
        heard.push(call.heard.join(' '))
      }
      expect(heard[1]).toBe(heard[0])
    }
  })
})
