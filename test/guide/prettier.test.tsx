import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type NccoNode, render } from 'ncco-jsx'
import { format } from 'prettier'
import { describe, expect, it } from 'vitest'
import { root } from '../../scripts/tools'
import { writeModule } from '../support/generated'

const samples = ['components/departments', 'text/markup', 'text/spaces', 'text/ssml']

async function nccoOf(path: string): Promise<unknown> {
  const { Flow }: { Flow: () => NccoNode } = await import(/* @vite-ignore */ path)
  return render(<Flow />)
}

describe('Prettier', () => {
  it.each(samples)('changes nothing of what %s says, in narrow lines too', async (name) => {
    const path = join(root, `docs/guide/samples/${name}.tsx`)
    const narrow = await format(readFileSync(path, 'utf8'), {
      parser: 'typescript',
      printWidth: 40,
    })
    expect(narrow).not.toBe(readFileSync(path, 'utf8'))
    const formatted = writeModule(`prettier/${name}.tsx`, narrow)
    expect(await nccoOf(formatted)).toStrictEqual(await nccoOf(path))
  })
})
